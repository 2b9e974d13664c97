package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.RegistryUnavailableException;
import dev.broadsheet.ingest.feed.Feed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** Trouble of brokers, registry and folders: it is told, waited out, and holds up nothing else. */
class IntakeTroubleTest extends IntakeFixture {
    @Test
    void whileTheBrokerIsDownFilesStayClaimedAndAllPassOnceItIsBack() {
        broker.outage(new TimeoutException("no broker answers"));
        start();
        for (int i = 0; i < 20; i++) {
            drop("p" + i + ".txt", TEXT + i);
        }

        within(
                3,
                () -> assertThat(broker.health.reasons().get("intake.default")).contains("no broker answers"));
        assertThat(broker.health.ready()).isFalse();
        assertThat(done()).isEmpty();

        broker.back();
        within(20, () -> assertThat(done()).hasSize(20));
        within(2, () -> assertThat(broker.health.ready()).isTrue());
        assertThat(broker.counted("broadsheet.ingest.deliveries")).isEqualTo(20);
        assertThat(broker.counted("broadsheet.ingest.received")).isEqualTo(20);
    }

    @Test
    void whileTheRegistryIsDownNothingIsLostOrRejected() {
        broker.outage(
                new RegistryUnavailableException("the schema registry does not answer", new IOException("refused")));
        start();
        drop("A02.txt", TEXT);

        within(
                3,
                () -> assertThat(broker.health.reasons().get("intake.default")).contains("schema registry"));
        broker.back();
        within(10, () -> assertThat(done()).containsExactly("A02.txt"));
        assertThat(rejected()).isEmpty();
    }

    @Test
    void aRecordThatTheBrokerRefusesHoldsUpNoOther() {
        broker.outage(new RecordTooLargeException("the topic takes smaller records only"));
        start();
        drop("big.txt", TEXT);
        within(3, () -> assertThat(broker.health.reasons()).containsKey("intake.default"));
        broker.back();
        drop("next.txt", TEXT + "next");

        within(3, () -> assertThat(done()).contains("next.txt"));
    }

    @Test
    void aFileThatVanishesIsToldAndStopsNothing() throws IOException {
        Path gone = feed.folder().resolve(".claimed/ingest-1/gone.txt");
        Claim claim = new Claim(feed, gone, new Stamp(Instant.EPOCH, 10, Instant.EPOCH, null, "ingest-1"));

        assertThat(new IssueReader().read(claim)).isInstanceOfSatisfying(IssueReader.Bad.class, bad -> {
            assertThat(bad.gone()).isTrue();
            assertThat(bad.reason()).contains("vanished").contains("drop it again");
        });

        Files.createDirectories(feed.folder().resolve(".claimed/ingest-1"));
        // A dangling link is a file that can be listed and not read.
        Files.createSymbolicLink(feed.folder().resolve("link.txt"), folder.resolve("nowhere"));
        start();
        drop("good.txt", TEXT);
        within(3, () -> assertThat(done()).containsExactly("good.txt"));
    }

    @Test
    void aSymbolicLinkIsRejectedWhereverItLeads() throws IOException {
        Files.createDirectories(feed.folder());
        Path secret = Files.writeString(folder.resolve("secret.txt"), TEXT);
        Path sub = Files.createDirectory(folder.resolve("sub"));
        Files.createSymbolicLink(feed.folder().resolve("absolute.txt"), secret);
        Files.createSymbolicLink(feed.folder().resolve("relative.txt"), Path.of("../secret.txt"));
        Files.createSymbolicLink(feed.folder().resolve("nowhere.txt"), Path.of("nowhere"));
        Files.createSymbolicLink(feed.folder().resolve("folder"), sub);
        start();

        within(5, () -> assertThat(rejected()).containsExactly("absolute.txt", "nowhere.txt", "relative.txt"));
        assertThat(broker.issues()).isEmpty();
        assertThat(broker.receipts(ReceiptState.REJECTED))
                .hasSize(3)
                .allSatisfy(receipt -> assertThat(receipt.getReason()).contains("symbolic link", "drop the page"));
        assertThat(secret).hasContent(TEXT);
        assertThat(inDrop()).as("as sub-folders are").containsExactly("folder");
    }

    @Test
    void aLinkThatAnEarlierVersionClaimedHoldsUpNoFeed() throws IOException {
        Path stamped = Files.createDirectories(feed.folder().resolve(".claimed/ingest-1/1-0-0-ingest-1"));
        Files.createSymbolicLink(stamped.resolve("A02.txt"), Path.of("../A02.txt"));
        start();
        drop("good.txt", TEXT);

        within(5, () -> assertThat(done()).containsExactly("good.txt"));
        within(5, () -> assertThat(rejected()).containsExactly("A02.txt"));
    }

    @Test
    void aFolderThatCannotBeUsedIsToldAndTheOtherFeedGoesOn() throws IOException {
        Files.writeString(folder.resolve("blocked"), "a file where a folder should be");
        Feed blocked = new Feed(
                "blocked",
                folder.resolve("blocked"),
                folder.resolve("done/blocked"),
                folder.resolve("rejected/blocked"),
                null,
                feed.zone(),
                feed.pattern(),
                feed.schedule(),
                feed.expect());
        intake = broker.intake("ingest-1", blocked, feed);
        start();
        drop("A02.txt", TEXT);

        within(3, () -> assertThat(done()).contains("A02.txt"));
        assertThat(broker.health.reasons().get("feed.blocked"))
                .contains(folder.resolve("blocked").toString());
        assertThat(broker.health.live()).isTrue();

        Files.delete(folder.resolve("blocked"));
        within(4, () -> assertThat(broker.health.ready()).isTrue());
        Files.writeString(folder.resolve("blocked/late.txt"), TEXT + "late");
        within(4, () -> assertThat(folder.resolve("done/blocked/late.txt")).exists());
    }

    @Test
    void anErrorInTheLoopOfAFeedEndsTheServiceAndNamesTheFeed() {
        start();
        within(5, () -> assertThat(broker.health.ready()).isTrue());

        broker.fault = new NoClassDefFoundError("a class that is missing");

        within(5, () -> assertThat(broker.health.live()).isFalse());
        assertThat(broker.health.fault().join().component()).isEqualTo("feed.default");
    }

    @Test
    void aDropFolderThatIsReplacedWhileWatchedIsWatchedAgain() throws IOException {
        start();
        drop("first.txt", TEXT);
        within(3, () -> assertThat(done()).containsExactly("first.txt"));
        Files.move(feed.folder(), folder.resolve("moved-away"));
        within(4, () -> assertThat(feed.folder()).isDirectory());

        drop("second.txt", TEXT + "second");

        within(4, () -> assertThat(done()).containsExactly("first.txt", "second.txt"));
    }

    @Test
    void aShelfThatCannotBeWrittenIsTriedAgainWithoutSendingTwice() throws IOException {
        Files.writeString(feed.done(), "a file where a folder should be");
        start();
        drop("A02.txt", TEXT);
        within(
                3,
                () -> assertThat(broker.health.reasons().get("intake.default")).contains("cannot be moved"));

        Files.delete(feed.done());

        within(6, () -> assertThat(done()).containsExactly("A02.txt"));
        assertThat(broker.issues()).hasSize(1);
        within(2, () -> assertThat(broker.health.ready()).isTrue());
    }
}
