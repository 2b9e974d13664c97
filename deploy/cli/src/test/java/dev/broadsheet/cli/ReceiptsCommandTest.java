package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.testsupport.EmbeddedBroker;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a topic with receipts of two files, and records that are none. */
@Tag("backend")
class ReceiptsCommandTest {
    private static final Instant NOON = Instant.parse("2026-03-08T04:00:00Z");

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private static LetterBox box;

    @BeforeAll
    static void fill() throws Exception {
        broker = new EmbeddedBroker(folder.resolve("broker"));
        box = new LetterBox(broker.address(), "t.", folder);
        box.put(Topic.RECEIPTS, "a1", receipt("a.txt", "d-a", "a1", ReceiptState.STORED, 9));
        box.put(Topic.RECEIPTS, "b1", receipt("b.txt", "d-b", "b1", ReceiptState.REJECTED, 5));
        box.put(Topic.RECEIPTS, "a1", receipt("a.txt", "d-a", "a1", ReceiptState.SPLIT, 3));
        box.put(Topic.RECEIPTS, "d-a", receipt("a.txt", "d-a", null, ReceiptState.RECEIVED, 1));
        for (String key : new String[] {"1", "2", "3", "4", "5", "6"}) {
            box.put(Topic.RECEIPTS, key, "a text".getBytes(StandardCharsets.UTF_8));
            box.put(Topic.RECEIPTS, key, (byte[]) null);
            box.put(Topic.RECEIPTS, key, box.letter(0, 1, 0).build());
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void theStoryOfAFileIsToldInOrderAndPassesOverWhatIsNoReceipt() {
        for (String about : new String[] {"a.txt", "d-a", "a1"}) {
            Command story = box.command("receipts", about);

            assertThat(story.exitCode()).as(story.err()).isZero();
            assertThat(story.out().lines())
                    .hasSize(3)
                    .satisfiesExactly(
                            line -> assertThat(line).startsWith("2026-03-08T04:00:01.000Z  RECEIVED    a.txt"),
                            line -> assertThat(line).startsWith("2026-03-08T04:00:03.000Z  SPLIT       a.txt"),
                            line -> assertThat(line).startsWith("2026-03-08T04:00:09.000Z  STORED      a.txt"));
        }
    }

    @Test
    void withoutAFileEveryReceiptIsTold() {
        Command all = box.command("receipts");

        assertThat(all.exitCode()).as(all.err()).isZero();
        assertThat(all.out().lines().sorted()).hasSize(4).element(2).asString().contains("REJECTED    b.txt");
    }

    @Test
    void aFileThatNobodyDroppedIsOneSentence() {
        Command none = box.command("receipts", "c.txt");

        assertThat(none.exitCode()).isEqualTo(1);
        assertThat(none.err()).startsWith("broadsheet: there is no receipt of c.txt");
    }

    private static Receipt receipt(
            String file, String delivery, @Nullable String issue, ReceiptState state, int second) {
        return Receipt.newBuilder()
                .setState(state)
                .setDeliveryId(delivery)
                .setIssueId(issue)
                .setFeed("default")
                .setFileName(file)
                .setAt(NOON.plusSeconds(second))
                .setReceivedAt(NOON)
                .setService("ingest")
                .setInstance("ingest-1")
                .build();
    }
}
