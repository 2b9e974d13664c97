package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomesTest {
    private static final Instant NOON = Instant.parse("2026-03-08T04:00:00Z");

    private final Outcomes outcomes =
            new Outcomes(List.of(new HandedIn("a.txt", 5, NOON), new HandedIn("b.txt", 6, NOON)));

    private static Receipt receipt(String file, ReceiptState state) {
        return receipt(file, state, Ids.deliveryId("default", file, file.equals("a.txt") ? 5 : 6, NOON));
    }

    private static Receipt receipt(String file, ReceiptState state, String deliveryId) {
        return Receipt.newBuilder()
                .setState(state)
                .setDeliveryId(deliveryId)
                .setFeed("default")
                .setFileName(file)
                .setAt(Instant.EPOCH)
                .setReceivedAt(Instant.EPOCH)
                .setService("ingest")
                .setInstance("ingest-1")
                .build();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReceiptState.class,
            names = {"RECEIVED", "SPLIT", "ENRICHED", "RETRACTED", "UNKNOWN"})
    void aStepOnTheWaySettlesNothing(ReceiptState state) {
        assertThat(outcomes.settles(receipt("a.txt", state))).isFalse();
        assertThat(outcomes.open()).containsExactly("a.txt", "b.txt");
    }

    @Test
    void theReceiptOfAnotherFileSettlesNothing() {
        assertThat(outcomes.settles(receipt("c.txt", ReceiptState.STORED))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReceiptState.class,
            names = {"STORED", "DUPLICATE", "REJECTED", "FAILED", "SUPERSEDED", "LATE"})
    void whatBecomesOfAnEarlierFileOfThatNameSettlesNothing(ReceiptState state) {
        String earlier = Ids.deliveryId("default", "a.txt", 5, NOON.minusSeconds(3600));
        String ofAnotherSize = Ids.deliveryId("default", "a.txt", 4, NOON);

        assertThat(outcomes.settles(receipt("a.txt", state, earlier))).isFalse();
        assertThat(outcomes.settles(receipt("a.txt", state, ofAnotherSize))).isFalse();
        assertThat(outcomes.open()).containsExactly("a.txt", "b.txt");
    }

    @Test
    void aCorrectionUnderTheOldNameIsSettledByItsOwnReceiptAfterTheOldPagesSuperseded() {
        String old = Ids.deliveryId("default", "a.txt", 5, NOON.minusSeconds(3600));

        assertThat(outcomes.settles(receipt("a.txt", ReceiptState.SUPERSEDED, old)))
                .isFalse();
        assertThat(outcomes.settles(receipt("a.txt", ReceiptState.FAILED))).isTrue();
        assertThat(outcomes.allArrived()).isFalse();
    }

    @Test
    void theFeedIsThatOfTheReceipt() {
        Receipt evening = Receipt.newBuilder(
                        receipt("a.txt", ReceiptState.STORED, Ids.deliveryId("evening", "a.txt", 5, NOON)))
                .setFeed("evening")
                .build();

        assertThat(outcomes.settles(evening)).isTrue();
    }

    @Test
    void storedAndDuplicateFilesHaveArrived() {
        assertThat(outcomes.settles(receipt("a.txt", ReceiptState.STORED))).isTrue();
        assertThat(outcomes.allArrived()).isFalse();

        assertThat(outcomes.settles(receipt("b.txt", ReceiptState.DUPLICATE))).isTrue();
        assertThat(outcomes.allArrived()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReceiptState.class,
            names = {"REJECTED", "FAILED"})
    void aRejectedOrFailedFileHasNotArrived(ReceiptState state) {
        outcomes.settles(receipt("a.txt", ReceiptState.STORED));

        assertThat(outcomes.settles(receipt("b.txt", state))).isTrue();
        assertThat(outcomes.open()).isEmpty();
        assertThat(outcomes.allArrived()).isFalse();
    }

    @Test
    void onlyTheFirstOutcomeOfAFileCounts() {
        outcomes.settles(receipt("a.txt", ReceiptState.STORED));

        assertThat(outcomes.settles(receipt("a.txt", ReceiptState.SUPERSEDED))).isFalse();
    }

    @Test
    void aReasonOfSeveralLinesIsPrintedOnOne() {
        Receipt failed = Receipt.newBuilder(receipt("a.txt", ReceiptState.FAILED))
                .setReason("refused:\n  Detail: U+0000")
                .build();

        assertThat(Outcomes.line(failed)).isEqualTo("FAILED     a.txt: refused: Detail: U+0000");
    }

    @Test
    void theLineHoldsStateFileAndReason() {
        Receipt rejected = Receipt.newBuilder(receipt("a.txt", ReceiptState.REJECTED))
                .setReason("the file is empty")
                .build();

        assertThat(Outcomes.line(rejected)).isEqualTo("REJECTED   a.txt: the file is empty");
    }
}
