package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** What is taken, what is left alone and what is rejected. */
class IntakeTest extends IntakeFixture {
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

    /** As programs on Windows write it into archives. Two papers' names of one length cannot be told apart then. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void aNameInAnotherCharsetIsKeptAsItIsAndTellsNoPublication() throws IOException {
        start();
        for (int i = 1; i <= 2; i++) {
            Path written = Files.writeString(folder.resolve("writing"), TEXT + i);
            Files.move(written, inGb18030(feed.folder(), NAME), StandardCopyOption.ATOMIC_MOVE);
            int expected = i;
            within(3, () -> assertThat(done()).hasSize(expected));
        }

        assertThat(inGb18030(feed.done(), NAME)).exists();
        assertThat(done()).anyMatch(name -> name.endsWith("_2024-03-08_A02~2.txt"));
        assertThat(broker.issues())
                .allSatisfy(issue -> assertThat(issue)
                        .returns(null, RawIssue::getPublication)
                        .returns(LocalDate.of(2024, 3, 8), RawIssue::getIssueDate)
                        .returns("A02", RawIssue::getPage));
    }

    private static Path inGb18030(Path folder, String name) {
        return Path.of(URI.create(folder.toUri() + "/" + URLEncoder.encode(name, Charset.forName("GB18030"))));
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
}
