package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.testsupport.EmbeddedBroker;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** dead-letters list and show against a real broker. */
@Tag("backend")
class DeadLetterListTest {
    private static final String OTHER_ISSUE = "fedcba9876543210".repeat(4);

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private static LetterBox box;
    private static DeadLetter first;
    private static DeadLetter second;

    @BeforeAll
    static void start() throws Exception {
        broker = new EmbeddedBroker(folder.resolve("broker"));
        box = new LetterBox(broker.address(), "l.", folder);
        RawIssue issue = RawIssue.newBuilder()
                .setIssueId(LetterBox.ISSUE)
                .setDelivery(new Delivery("d1", "default", "A02.txt", 4L, LetterBox.NOON, LetterBox.NOON, null))
                .setContent(LetterBox.bytes("text"))
                .build();
        byte[] value = box.serdes().<RawIssue>value().serializer().serialize("l.issues", issue);
        first = box.put(box.letter(0, 1, 0).setValue(ByteBuffer.wrap(value)).build());
        second = box.put(box.letter(1, 2, 60)
                .setStage("enrich")
                .setDeadLetterId("l.articles-1-2-enrich")
                .setTopic("l.articles")
                .setPageId("青川晚报/2024-03-08/-/A02")
                .setIssueId(OTHER_ISSUE)
                .setValue(ByteBuffer.wrap(new byte[] {9, 0, 1}))
                .setCauseClass("org.apache.kafka.common.errors.SerializationException")
                .setCause("Unknown magic byte!")
                .build());
        DeadLetter third = box.put(box.letter(2, 3, 120).build());
        box.put(DeadLetter.newBuilder(third)
                .setState(DeadLetterState.REPLAYED)
                .setDecidedAt(LetterBox.NOON.plusSeconds(7300))
                .build());
        box.put(
                Topic.RECEIPTS,
                LetterBox.ISSUE,
                Receipt.newBuilder()
                        .setState(ReceiptState.FAILED)
                        .setDeliveryId("d1")
                        .setIssueId(LetterBox.ISSUE)
                        .setFeed("default")
                        .setFileName("A02.txt")
                        .setAt(LetterBox.NOON)
                        .setReceivedAt(LetterBox.NOON)
                        .setService("ingest")
                        .setInstance("ingest-1")
                        .build());
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void thoseThatWaitAreListedOldestFirstThenCounted() {
        Command list = box.run("list");

        assertThat(list.exitCode()).as(list.err()).isZero();
        assertThat(list.out().lines()).hasSize(5);
        assertThat(list.out().lines().toList().get(0))
                .startsWith("2026-03-08T04:00:00Z  DEAD       l.issues-0-1-split  1 attempt  issue 0123456789ab")
                .endsWith("IllegalStateException: no rule for this");
        assertThat(list.out().lines().skip(2))
                .containsExactly(
                        "2 letters",
                        "     1  DEAD  enrich  org.apache.kafka.common.errors.SerializationException",
                        "     1  DEAD  split  java.lang.IllegalStateException");
    }

    @ParameterizedTest
    @CsvSource({
        "--stage split, 1",
        "--stage press, 0",
        "--cause serialization, 1",
        "--cause magic, 1",
        "--since 2026-03-08T04:30:00Z, 1",
        "--since 2026-03-09, 0",
        "--until 2026-03-08T05:00:00Z, 1",
        "--issue 012345, 1",
        "--issue A02.txt, 1",
        "--issue A03.txt, 0",
        "--issue 青川晚报/2024-03-08/-/A02, 1",
        "--state replayed, 1",
        "--state all, 3",
        "--state all --stage split, 2",
    })
    void filtersNarrow(String filters, int expected) {
        String[] arguments = ("list " + filters).split(" ");

        assertThat(box.run(arguments).out()).containsPattern("(?m)^" + expected + " letters?$");
    }

    @Test
    void asJsonALetterIsALineAndTheCountsStandElsewhere() throws Exception {
        Command list = box.run("list", "--json", "--stage", "enrich");

        JsonNode line = new ObjectMapper().readTree(list.out());
        assertThat(list.out().lines()).hasSize(1);
        assertThat(line.get("id").asText()).isEqualTo(second.getDeadLetterId());
        assertThat(line.get("attempts").asInt()).isEqualTo(1);
        assertThat(list.err()).contains("1 letter");
    }

    @Test
    void shownIsEverythingAndTheRecordDecoded() {
        Command show = box.run("show", first.getDeadLetterId());

        assertThat(show.exitCode()).as(show.err()).isZero();
        assertThat(show.out())
                .contains("topic l.issues, partition 0, offset 1, of 2026-03-08T03:59:00Z")
                .contains("header       feed = default")
                .contains("key          " + LetterBox.ISSUE)
                .contains("\"fileName\":\"A02.txt\"")
                .contains("ingest-1, software 0.2.0")
                .contains("at Somewhere");
    }

    @Test
    void shownIsTheStoryOfALetter() {
        Command show = box.run("show", "l.issues-2-3-split");

        assertThat(show.out())
                .contains("story        2026-03-08T06:00:00Z  DEAD, 1 attempt: no rule for this")
                .contains("story        2026-03-08T06:01:40Z  REPLAYED");
    }

    @Test
    void whatCannotBeDecodedIsShownInHexadecimalAndCanBeSaved() throws Exception {
        Path file = folder.resolve("value.bin");

        Command show = box.run("show", second.getDeadLetterId(), "--value", file.toString());

        assertThat(show.out()).contains("3 bytes, not to be decoded: 09 00 01");
        assertThat(Files.readAllBytes(file)).containsExactly(9, 0, 1);
        Command again = box.run("show", second.getDeadLetterId(), "--value", file.toString());
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("exists already");
    }

    @Test
    void shownAsJsonTheBytesAreWhole() throws Exception {
        JsonNode json = new ObjectMapper()
                .readTree(box.run("show", first.getDeadLetterId(), "--json").out());

        assertThat(ByteBuffer.wrap(json.get("value").binaryValue())).isEqualTo(first.getValue());
        assertThat(json.get("decoded").get("delivery").get("feed").asText()).isEqualTo("default");
    }

    @Test
    void anUnknownIdIsNamed() {
        Command show = box.run("show", "nothing");

        assertThat(show.exitCode()).isEqualTo(1);
        assertThat(show.err()).contains("there is no dead letter nothing");
    }
}
