package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * One record of dead-letters, without the original's bytes and the stack: those are fetched when needed, so that thousands of letters of
 * megabytes can be looked through.
 *
 * @param partition of the record itself
 * @param bytes of the record itself
 */
public record DeadLetterEntry(DeadLetter letter, int partition, long offset, int bytes) {
    static DeadLetterEntry of(ConsumerRecord<byte[], byte[]> record, DeadLetter letter) {
        DeadLetter light = DeadLetter.newBuilder(letter)
                .setValue(null)
                .setHeaders(List.of())
                .setStack("")
                .build();
        return new DeadLetterEntry(light, record.partition(), record.offset(), record.serializedValueSize());
    }

    public String id() {
        return letter.getDeadLetterId();
    }

    public boolean isDead() {
        return letter.getState() == DeadLetterState.DEAD;
    }
}
