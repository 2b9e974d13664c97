package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.RegistryUnavailableException;
import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.ingest.feed.Schedule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {
    private static final String TEXT = "青川新区三条公路同日开工\n本报讯（记者 田有禾）昨日上午，总长四十二公里的公路开工。\n";
    private static final String NAME = "青川晚报_2024-03-08_A02.txt";

    @TempDir
    Path folder;

    private final FakeBroker broker = new FakeBroker();

    @SuppressWarnings("NullAway.Init") // set before each test
    private Feed feed;

    @SuppressWarnings("NullAway.Init")
    private Intake intake;

    @BeforeEach
    void open() {
        feed = Feed.standard(folder.resolve("drop"), null, null);
        intake = broker.intake("ingest-1", feed);
    }

    @AfterEach
    void close() {
        intake.close();
    }

    @Test
    void filesOfAPausedFeedWaitUntilItIsResumed() throws InterruptedException {
        broker.paused.add(feed.name());
        start();
        drop(NAME, TEXT);

        Thread.sleep(1_500);
        assertThat(broker.records()).isEmpty();
        assertThat(feed.folder().resolve(NAME)).exists();
        assertThat(gauge("broadsheet.feed.waiting.files")).isEqualTo(1);
        assertThat(gauge("broadsheet.stage.lag.seconds")).as("it may wait").isZero();

        Instant resumed = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        broker.resumed.put(feed.name(), resumed);
        broker.paused.remove(feed.name());
        within(5, () -> assertThat(done()).containsExactly(NAME));
        Delivery delivery = only(broker.issues()).getDelivery();
        assertThat(delivery.getArrivedAt())
                .as("it is not late by the time of the pause")
                .isEqualTo(resumed);
        assertThat(delivery.getModifiedAt()).as("its own time stays").isBefore(resumed);
    }

    @Test
    void aFileThatComesAfterAResumeHasItsOwnTimeAndNoneIsOfTheFuture() throws IOException {
        Files.createDirectories(feed.folder());
        drop(NAME, TEXT);
        Path file = feed.folder().resolve(NAME);
        Instant changed = ((FileTime) Files.getAttribute(file, "unix:ctime")).toInstant();
        Instant now = changed.plusSeconds(60).truncatedTo(ChronoUnit.MILLIS);

        broker.resumed.put(feed.name(), changed.minusSeconds(1));
        assertThat(Arrived.at(file, feed, broker.gate, now)).contains(changed.truncatedTo(ChronoUnit.MILLIS));
        broker.resumed.put(feed.name(), now.plusSeconds(5));
        assertThat(Arrived.at(file, feed, broker.gate, now))
                .as("the operator's clock is ahead")
                .contains(now);
    }

    @Test
    void aPauseEndsALookThatIsUnderWay() throws InterruptedException {
        broker.pausedFrom = 3;
        for (int i = 0; i < 60; i++) {
            drop("flood-" + i + ".txt", TEXT + i);
        }
        start();

        within(5, () -> assertThat(broker.issues()).hasSizeGreaterThanOrEqualTo(3));
        Thread.sleep(1_500);
        assertThat(broker.issues()).as("some were begun before").hasSizeLessThan(30);

        broker.pausedFrom = Integer.MAX_VALUE;
        within(10, () -> assertThat(done()).hasSize(60));
    }

    @Test
    void aPageThatIsMovedInIsReceivedAndFiledAway() {
        start();
        Instant before = Instant.now();
        drop(NAME, TEXT);

        within(2, () -> assertThat(done()).containsExactly(NAME));
        RawIssue issue = only(broker.issues());
        assertThat(issue.getContent().array()).isEqualTo(TEXT.getBytes(StandardCharsets.UTF_8));
        assertThat(issue.getIssueId()).isEqualTo(Ids.issueId(TEXT.getBytes(StandardCharsets.UTF_8)));
        assertThat(issue)
                .returns("UTF-8", RawIssue::getCharset)
                .returns("青川晚报", RawIssue::getPublication)
                .returns(LocalDate.of(2024, 3, 8), RawIssue::getIssueDate)
                .returns("A02", RawIssue::getPage)
                .returns(1L, RawIssue::getGeneration);
        assertThat(only(broker.receipts(ReceiptState.RECEIVED)))
                .returns(issue.getIssueId(), Receipt::getIssueId)
                .returns(issue.getDelivery().getDeliveryId(), Receipt::getDeliveryId)
                .returns(NAME, Receipt::getFileName)
                .returns("ingest-1", Receipt::getInstance);
        assertThat(issue.getDelivery().getReceivedAt()).isBetween(before.minusMillis(1), before.plusMillis(900));
        assertThat(broker.records())
                .allSatisfy(record -> assertThat(record.timestamp())
                        .isEqualTo(issue.getDelivery().getReceivedAt().toEpochMilli()));
        assertThat(inDrop()).isEmpty();
        within(2, () -> assertThat(broker.health.ready()).isTrue());
    }

    @Test
    void isNotReadyBeforeItsFoldersAreLookedThrough() {
        broker.health.up("kafka");
        assertThat(broker.health.reasons()).containsExactly(Map.entry("feed.default", "is starting"));

        start();
        within(2, () -> assertThat(broker.health.ready()).isTrue());
    }

    @Test
    void aGb18030PageTravelsAsItIs() {
        byte[] bytes = TEXT.getBytes(Charset.forName("GB18030"));
        start();
        drop("A03.txt", bytes);

        within(2, () -> assertThat(broker.issues()).hasSize(1));
        RawIssue issue = only(broker.issues());
        assertThat(issue.getContent().array()).isEqualTo(bytes);
        assertThat(issue).returns("GB18030", RawIssue::getCharset).returns(null, RawIssue::getIssueDate);
    }

    @Test
    void unfinishedFilesAreLeftAlone() throws Exception {
        start();
        for (String name : List.of(".A02.txt", "A02.txt.tmp", "A02.part", "A02.PART")) {
            drop(name, TEXT);
        }
        Files.createDirectories(feed.folder().resolve("sub"));
        drop("last.txt", TEXT);

        within(2, () -> assertThat(done()).containsExactly("last.txt"));
        Thread.sleep(1200);
        assertThat(inDrop()).containsExactly("A02.PART", "A02.part", "A02.txt.tmp", "sub");
        assertThat(broker.issues()).hasSize(1);
    }

    @Test
    void aGrowingFileIsTakenWholeOnce() throws Exception {
        start();
        Path file = feed.folder().resolve("slow.txt");
        for (int i = 0; i < 8; i++) {
            Files.writeString(
                    file, TEXT.substring(i * 4, i * 4 + 4), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Thread.sleep(200);
        }

        within(5, () -> assertThat(done()).containsExactly("slow.txt"));
        assertThat(only(broker.issues()).getContent().array())
                .isEqualTo(TEXT.substring(0, 32).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anEmptyFileIsRejectedWithAReason() {
        start();
        drop("empty.txt", "");

        within(5, () -> assertThat(rejected()).containsExactly("empty.txt"));
        assertThat(only(broker.receipts(ReceiptState.REJECTED)).getReason())
                .contains("empty")
                .contains("drop");
        assertThat(only(broker.receipts(ReceiptState.REJECTED)).getIssueId()).isNull();
        assertThat(only(broker.records()).key())
                .isEqualTo(only(broker.receipts(ReceiptState.REJECTED)).getDeliveryId());
    }

    @Test
    void binaryUndecodableAndBlankFilesAreRejectedAndOthersPass() {
        byte[] broken = TEXT.getBytes(StandardCharsets.UTF_8);
        broken[40] = (byte) 0xFF;
        start();
        drop("binary.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 1, 0, 0, 2, 0, (byte) 0xFF, 3, 4, 5});
        drop("broken.txt", broken);
        drop("blank.txt", " \n\u3000\n");
        drop("good.txt", TEXT);

        within(5, () -> assertThat(rejected()).containsExactly("binary.txt", "blank.txt", "broken.txt"));
        within(2, () -> assertThat(done()).containsExactly("good.txt"));
        assertThat(broker.receipts(ReceiptState.REJECTED))
                .allSatisfy(receipt -> assertThat(receipt.getIssueId()).isNotNull())
                .extracting(Receipt::getReason)
                .anyMatch(reason -> reason.contains("binary"))
                .anyMatch(reason -> reason.contains("save it as UTF-8"))
                .anyMatch(reason -> reason.contains("white space only"));
    }

    @Test
    void fiftyMegabytesOfOneLineAreRejectedUnread() {
        start();
        byte[] line = new byte[50 * 1024 * 1024];
        Arrays.fill(line, (byte) 'x');
        drop("long.txt", line);
        drop("good.txt", TEXT);

        within(5, () -> assertThat(rejected()).containsExactly("long.txt"));
        within(2, () -> assertThat(done()).containsExactly("good.txt"));
        assertThat(only(broker.receipts(ReceiptState.REJECTED)).getReason())
                .contains("52428800 bytes")
                .contains("16 MiB");
    }

    @Test
    void sixteenMebibytesPassAndOneByteMoreDoesNot() {
        byte[] most = "a line of text\n"
                .repeat(1_200_000)
                .substring(0, 16 * 1024 * 1024)
                .getBytes(StandardCharsets.UTF_8);
        start();
        drop("most.txt", most);
        drop("more.txt", Arrays.copyOf(most, most.length + 1));

        within(10, () -> assertThat(done()).containsExactly("most.txt"));
        within(10, () -> assertThat(rejected()).containsExactly("more.txt"));
    }

    @Test
    void nulCharactersInsideTextTravel() {
        String text = TEXT.replace("公路", "公\0路");
        start();
        drop("nul.txt", text);

        within(2, () -> assertThat(broker.issues()).hasSize(1));
        assertThat(only(broker.issues()).getContent().array()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSecondFileOfTheSameNameNeverOverwritesTheFirst() {
        start();
        for (int i = 1; i <= 3; i++) {
            int expected = i;
            drop(NAME, TEXT + i);
            within(2, () -> assertThat(done()).hasSize(expected));
        }

        assertThat(done()).containsExactlyInAnyOrder(NAME, "青川晚报_2024-03-08_A02~2.txt", "青川晚报_2024-03-08_A02~3.txt");
        assertThat(broker.issues()).extracting(RawIssue::getIssueId).doesNotHaveDuplicates();
    }

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
    void aClaimFolderThatSomebodyRemovedIsMadeAgain() throws IOException {
        start();
        drop("first.txt", TEXT);
        within(3, () -> assertThat(done()).containsExactly("first.txt"));
        Files.delete(feed.folder().resolve(".claimed/ingest-1/.lock"));
        Files.delete(feed.folder().resolve(".claimed/ingest-1"));

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

    @Test
    void aThousandFilesAtOnceAllPass() {
        for (int i = 0; i < 1000; i++) {
            drop("p" + i + ".txt", TEXT + i);
        }
        start();

        within(30, () -> assertThat(done()).hasSize(1000));
        assertThat(broker.counted("broadsheet.ingest.deliveries"))
                .isEqualTo(broker.counted("broadsheet.ingest.received") + broker.counted("broadsheet.ingest.rejected"));
        assertThat(broker.meters.get("broadsheet.ingest.pending").gauge().value())
                .isZero();
    }

    @Test
    void theDeliveryTellsWhenTheFileWasMovedInThoughItIsOld() throws Exception {
        start();
        within(2, () -> assertThat(broker.health.ready()).isTrue());
        Instant before = Instant.now();
        Path written = Files.writeString(folder.resolve("writing"), TEXT);
        Files.setLastModifiedTime(written, FileTime.from(Instant.parse("2001-01-01T00:00:00Z")));
        Files.move(written, feed.folder().resolve("old.txt"), StandardCopyOption.ATOMIC_MOVE);
        Instant after = Instant.now();

        within(2, () -> assertThat(done()).containsExactly("old.txt"));
        Delivery delivery = only(broker.issues()).getDelivery();
        assertThat(delivery.getArrivedAt()).isBetween(before.minusMillis(20), after.plusMillis(1));
        assertThat(delivery.getReceivedAt()).isAfterOrEqualTo(delivery.getArrivedAt());
        assertThat(broker.meters.get("broadsheet.ingest.claim").timer().count()).isEqualTo(1);
    }

    @Test
    void aFeedIsCountedByItselfWithWhatWasWrongAndWhatIsOverdue() {
        Feed expecting = new Feed(
                "evening",
                feed.folder(),
                feed.done(),
                feed.rejected(),
                null,
                feed.zone(),
                feed.pattern(),
                feed.schedule(),
                Duration.ofMillis(1));
        FakeBroker own = new FakeBroker();
        intake = own.intake("ingest-1", expecting);
        start();
        within(
                2,
                () -> assertThat(gauge(own, "broadsheet.feed.overdue.seconds")).isPositive());
        drop("good.txt", TEXT);
        drop("empty.txt", "");
        within(5, () -> assertThat(rejected()).hasSize(1));
        within(2, () -> assertThat(done()).hasSize(1));

        assertThat(own.meters
                        .get("broadsheet.ingest.received")
                        .tag("feed", "evening")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(own.meters
                        .get("broadsheet.ingest.rejected")
                        .tag("reason", "empty")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(own.meters
                        .get("broadsheet.stage.records")
                        .tag("outcome", "processed")
                        .functionCounter()
                        .count())
                .isEqualTo(2);
        assertThat(own.meters
                        .get("broadsheet.stage.records")
                        .tag("outcome", "failed")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(gauge(own, "broadsheet.feed.last.arrival.seconds"))
                .isBetween(Instant.now().getEpochSecond() - 20.0, Instant.now().getEpochSecond() + 1.0);
        assertThat(gauge(own, "broadsheet.feed.open")).isEqualTo(1);
    }

    @Test
    void whatWaitsWhileTheBrokersAreAwayIsCountedWithItsAge() {
        broker.outage(new TimeoutException("the brokers do not answer"));
        start();
        drop("claimed.txt", TEXT);

        within(3, () -> assertThat(gauge("broadsheet.ingest.pending")).isEqualTo(1));
        within(3, () -> assertThat(gauge("broadsheet.stage.lag.seconds")).isGreaterThan(0.5));
        broker.back();
        within(5, () -> assertThat(done()).hasSize(1));
        within(4, () -> assertThat(gauge("broadsheet.stage.lag.seconds")).isZero());
    }

    @Test
    void filesOfAClosedFeedWaitWithoutGrowingOld() throws Exception {
        Feed closed = new Feed(
                "closed",
                feed.folder(),
                feed.done(),
                feed.rejected(),
                null,
                feed.zone(),
                feed.pattern(),
                new Schedule(List.of(new Schedule.Window(LocalTime.of(5, 0), LocalTime.of(9, 0)))),
                Duration.ZERO);
        drop("a.txt", TEXT);
        drop("b.txt", TEXT);

        assertThat(WaitingFiles.of(closed, broker.gate, path -> true, Instant.parse("2044-03-08T12:00:00Z")))
                .isEqualTo(new WaitingFiles(2, Optional.empty()));
        assertThat(WaitingFiles.of(closed, broker.gate, path -> true, Instant.parse("2044-03-08T00:00:00Z")))
                .as("open since 05:00 there, 21:00 UTC: nothing is older")
                .isEqualTo(new WaitingFiles(2, Optional.of(Instant.parse("2044-03-07T21:00:00Z"))));
    }

    private double gauge(String name) {
        return gauge(broker, name);
    }

    private static double gauge(FakeBroker from, String name) {
        return from.meters.get(name).gauge().value();
    }

    private void start() {
        try {
            Files.createDirectories(feed.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        intake.start();
    }

    private void drop(String name, String text) {
        drop(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** As a careful feeder does: written elsewhere, moved in whole. */
    private void drop(String name, byte[] bytes) {
        try {
            Files.createDirectories(feed.folder());
            Path written = Files.write(folder.resolve("writing"), bytes);
            Files.setLastModifiedTime(written, FileTime.from(Instant.now()));
            Files.move(written, feed.folder().resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> done() {
        return names(feed.done());
    }

    private List<String> rejected() {
        return names(feed.rejected());
    }

    private List<String> inDrop() {
        return names(feed.folder());
    }

    private List<String> claimFolders() {
        return names(feed.folder().resolve(".claimed"));
    }

    /** Names of the files that an instance holds. */
    private List<String> claimed(String instance) {
        Path folder = feed.folder().resolve(".claimed").resolve(instance);
        return names(folder).stream()
                .flatMap(stamp -> names(folder.resolve(stamp)).stream())
                .toList();
    }

    private static void assertSentTwice(List<?> records) {
        assertThat(records).hasSize(2);
        assertThat(records.get(1)).isEqualTo(records.get(0));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (NoSuchFileException | java.nio.file.NotDirectoryException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T only(List<T> list) {
        assertThat(list).hasSize(1);
        return list.get(0);
    }

    private static void within(int seconds, org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(seconds))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(assertion);
    }
}
