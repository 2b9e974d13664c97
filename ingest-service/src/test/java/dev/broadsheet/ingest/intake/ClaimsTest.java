package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.ReceiptState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each file is taken by one instance, and whoever takes up what another left sends the same again. */
class ClaimsTest extends IntakeFixture {
    @Test
    void twoInstancesShareAFolderAndEachFileIsTakenOnce() {
        Intake other = broker.intake("ingest-2", feed);
        try (other) {
            for (int i = 0; i < 200; i++) {
                drop("p" + i + ".txt", TEXT + i);
            }
            start();
            other.start();

            within(20, () -> assertThat(done()).hasSize(200));
        }
        assertThat(broker.issues())
                .hasSize(200)
                .extracting(RawIssue::getIssueId)
                .doesNotHaveDuplicates();
        assertThat(broker.receipts(ReceiptState.RECEIVED)).hasSize(200);
        assertThat(broker.counted("broadsheet.ingest.deliveries")).isEqualTo(200);
    }

    @Test
    void aCrashBetweenAcknowledgementAndRenameSendsTheSameDeliveryAgain() throws IOException {
        broker.silent();
        start();
        drop("A02.txt", TEXT);
        within(2, () -> assertThat(broker.issues()).hasSize(1));
        assertThat(claimed("ingest-1")).containsExactly("A02.txt");

        broker.back();
        intake.close();
        intake = broker.intake("ingest-1", feed);
        start();

        within(3, () -> assertThat(done()).containsExactly("A02.txt"));
        assertSentTwice(broker.issues());
        assertSentTwice(broker.receipts(ReceiptState.RECEIVED));
    }

    @Test
    void whoeverTakesAClaimUpSendsTheSameRecordsAsTheInstanceThatDied() {
        broker.silent();
        start();
        drop("A02.txt", TEXT);
        drop("empty.txt", " ");
        within(3, () -> assertThat(broker.records()).hasSize(3));
        intake.close();

        broker.back();
        intake = broker.intake("ingest-2", feed);
        start();

        within(3, () -> assertThat(done()).containsExactly("A02.txt"));
        within(3, () -> assertThat(rejected()).containsExactly("empty.txt"));
        assertSentTwice(broker.issues());
        assertSentTwice(broker.receipts(ReceiptState.RECEIVED));
        assertSentTwice(broker.receipts(ReceiptState.REJECTED));
        within(2, () -> assertThat(claimFolders()).containsExactly("ingest-2"));
        within(
                2,
                () -> assertThat(names(feed.folder().resolve(".claimed/ingest-2")))
                        .isEmpty());
    }

    @Test
    void aFileThatIsWrittenToBetweenACrashAndTheNextStartIsANewerDelivery() throws IOException {
        broker.silent();
        start();
        drop("A02.txt", TEXT);
        within(2, () -> assertThat(broker.issues()).hasSize(1));
        intake.close();
        try (Stream<Path> claims = Files.walk(feed.folder().resolve(".claimed"))) {
            Path claimed =
                    claims.filter(path -> path.endsWith("A02.txt")).findFirst().orElseThrow();
            Files.writeString(claimed, TEXT + "more");
        }

        broker.back();
        intake = broker.intake("ingest-1", feed);
        start();

        within(3, () -> assertThat(done()).containsExactly("A02.txt"));
        assertThat(broker.issues().get(1).getDelivery().getReceivedAt())
                .isAfter(broker.issues().get(0).getDelivery().getReceivedAt());
    }

    @Test
    void aFileWhoseClockIsAheadIsSentAgainAsItWas() throws IOException {
        broker.silent();
        start();
        Path early = feed.folder().resolve(".A02.txt.part");
        Files.writeString(early, TEXT);
        Files.setLastModifiedTime(early, FileTime.from(Instant.now().plusSeconds(3600)));
        Files.move(early, feed.folder().resolve("A02.txt"));
        within(5, () -> assertThat(broker.issues()).hasSize(1));
        intake.close();

        broker.back();
        intake = broker.intake("ingest-1", feed);
        start();

        within(5, () -> assertThat(done()).containsExactly("A02.txt"));
        assertSentTwice(broker.issues());
        assertSentTwice(broker.receipts(ReceiptState.RECEIVED));
    }

    @Test
    void twoClaimsOfOneNameThatWereWrittenToNeverOverwriteEachOther() throws IOException {
        for (int i = 1; i <= 2; i++) {
            Path stamped = feed.folder().resolve(".claimed/ingest-1/" + i + "-0-0-ingest-1");
            Files.createDirectories(stamped);
            Files.writeString(stamped.resolve("A02.txt"), TEXT + i);
            Files.setLastModifiedTime(stamped.resolve("A02.txt"), FileTime.fromMillis(7));
        }

        start();

        within(5, () -> assertThat(done()).hasSize(2));
        assertThat(broker.issues())
                .extracting(RawIssue::getIssueId)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void anotherInstanceTakesUpWhatADeadOneHadClaimed() throws IOException {
        Path dead = Files.createDirectories(feed.folder().resolve(".claimed/ingest-dead"));
        Files.createFile(dead.resolve(".lock"));
        Files.writeString(dead.resolve("A02.txt"), TEXT);
        start();

        within(3, () -> assertThat(done()).containsExactly("A02.txt"));
        assertThat(dead).doesNotExist();
        assertThat(only(broker.issues()).getDelivery().getFileName()).isEqualTo("A02.txt");
    }

    @Test
    void aLivingInstancesClaimsAreLeftToIt() throws Exception {
        broker.silent();
        Intake other = broker.intake("ingest-2", feed);
        try (other) {
            other.start();
            drop("A02.txt", TEXT);
            within(2, () -> assertThat(broker.issues()).hasSize(1));
            start();
            Thread.sleep(1500);
            assertThat(claimed("ingest-2")).containsExactly("A02.txt");
            assertThat(broker.issues()).hasSize(1);
        }
    }

    @Test
    void aClaimFolderThatSomebodyRemovedIsMadeAgain() throws IOException {
        start();
        drop("first.txt", TEXT);
        within(3, () -> assertThat(done()).containsExactly("first.txt"));
        Files.delete(feed.folder().resolve(".claimed/ingest-1/.lock"));
        Files.delete(feed.folder().resolve(".claimed/ingest-1"));

        drop("second.txt", TEXT + "second");

        within(4, () -> assertThat(done()).containsExactly("first.txt", "second.txt"));
    }
}
