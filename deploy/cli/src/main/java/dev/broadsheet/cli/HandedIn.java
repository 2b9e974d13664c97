package dev.broadsheet.cli;

import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Receipt;
import java.time.Instant;

/**
 * A file as it lies in the drop folder, with what makes its arrival another one than that of any namesake.
 *
 * @param size in bytes
 * @param modifiedAt milliseconds, as the intake reads it
 */
record HandedIn(String name, long size, Instant modifiedAt) {

    /** Whether the receipt is about this arrival; of which feed the drop folder is, the receipt tells. */
    boolean isMeantBy(Receipt receipt) {
        return receipt.getDeliveryId().equals(Ids.deliveryId(receipt.getFeed(), name, size, modifiedAt));
    }
}
