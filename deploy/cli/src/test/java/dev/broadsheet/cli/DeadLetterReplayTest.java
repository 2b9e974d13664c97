package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.sink.repair.DeadLetterTargets;
import dev.broadsheet.sink.repair.DeadLetterTopic;
import dev.broadsheet.sink.repair.DeadLetterWriter;
import dev.broadsheet.sink.repair.RepairException;
import dev.broadsheet.testsupport.EmbeddedBroker;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** dead-letters replay and discard against a real broker. */
@Tag("backend")
class DeadLetterReplayTest {
    private static final int MIB = 1024 * 1024;

    @TempDir
    static Path folder;

    private static EmbeddedBroker broker;
    private static int installations;

    private LetterBox box;

    @BeforeAll
    static void startBroker() throws Exception {
        broker = new EmbeddedBroker(folder.resolve("broker"));
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @BeforeEach
    void install(TestInfo test) throws Exception {
        box = new LetterBox(broker.address(), "t" + ++installations + ".", folder);
    }

    @Test
    void aReplayIsTheOriginalRecordOnItsPartitionWithHeadersThatNameTheLetter() throws Exception {
        DeadLetter letter = box.put(box.letter(2, 17, 0).setAttempts(3).build());
        DeadLetter other = box.put(box.letter(2, 18, 0).build());

        Command replay = box.run("replay", letter.getDeadLetterId());

        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(replay.out()).contains("replayed: 1 letter").contains(letter.getDeadLetterId());
        ConsumerRecord<byte[], byte[]> record = box.records(Topic.RETRY_SPLIT).get(0);
        assertThat(record.partition()).isEqualTo(2);
        assertThat(record.key()).isEqualTo(LetterBox.ISSUE.getBytes(StandardCharsets.UTF_8));
        assertThat(record.value()).isEqualTo("the bytes 17".getBytes(StandardCharsets.UTF_8));
        assertThat(record.headers().lastHeader("feed").value()).isEqualTo("default".getBytes(StandardCharsets.UTF_8));
        assertThat(Replay.of(record.headers())).contains(Replay.of(letter));
        assertThat(record.timestamp()).as("now, so that it is kept").isGreaterThan(LetterBox.NOON.toEpochMilli());
        assertThat(box.states(letter.getDeadLetterId()))
                .containsExactly(DeadLetterState.DEAD, DeadLetterState.REPLAYED);
        assertThat(box.history(letter.getDeadLetterId()).get(1))
                .satisfies(replayed -> assertThat(replayed.getDecidedAt()).isNotNull())
                .returns(letter.getValue(), DeadLetter::getValue);
        assertThat(box.states(other.getDeadLetterId())).containsExactly(DeadLetterState.DEAD);
    }

    @Test
    void byFilterThoseThatWaitAreReplayedAndTheCountIsWhatListSaid() throws Exception {
        box.put(box.letter(0, 1, 0).build());
        box.put(box.letter(1, 2, 0).build());
        box.put(box.letter(2, 3, 0).setCause("another cause").build());
        box.put(box.letter(0, 4, 0).setState(DeadLetterState.DISCARDED).build());

        String listed = last(box.run("list", "--cause", "NO RULE"));
        Command dry = box.run("replay", "--cause", "NO RULE", "--dry-run");
        assertThat(box.records(Topic.RETRY_SPLIT)).isEmpty();
        Command replay = box.run("replay", "--cause", "NO RULE");

        assertThat(last(dry)).isEqualTo(listed).isEqualTo(last(replay)).startsWith("     2  DEAD  split");
        assertThat(dry.out()).contains("would be replayed: 2 letters");
        assertThat(box.records(Topic.RETRY_SPLIT)).hasSize(2);
        assertThat(box.run("list").out()).contains("another cause").contains("1 letter");
        assertThat(box.run("replay", "--cause", "no rule").out()).contains("replayed: 0 letters");
    }

    @Test
    void aLetterIsDecidedAboutOnceUnlessAskedAgain() throws Exception {
        String id = box.put(box.letter(0, 1, 0).build()).getDeadLetterId();
        assertThat(box.run("replay", id).exitCode()).isZero();

        Command twice = box.run("replay", id);
        assertThat(twice.exitCode()).isEqualTo(1);
        assertThat(twice.err()).contains("was replayed already, at 20").contains("--again");
        assertThat(box.records(Topic.RETRY_SPLIT)).hasSize(1);

        assertThat(box.run("replay", id, "--again").exitCode()).isZero();
        assertThat(box.records(Topic.RETRY_SPLIT)).hasSize(2);

        assertThat(box.run("discard", id, "--again").exitCode()).isZero();
        Command discarded = box.run("replay", id);
        assertThat(discarded.exitCode()).isEqualTo(1);
        assertThat(discarded.err()).contains("was discarded already");
    }

    @Test
    void anUnknownIdIsNamedAndNothingIsWritten() throws Exception {
        String id = box.put(box.letter(0, 1, 0).build()).getDeadLetterId();

        Command replay = box.run("replay", id, "no-such-letter");

        assertThat(replay.exitCode()).isEqualTo(1);
        assertThat(replay.err()).contains("nothing was written").contains("there is no dead letter no-such-letter");
        assertThat(box.states(id)).containsExactly(DeadLetterState.DEAD);
    }

    @Test
    void aLetterOfAStageThatThisVersionDoesNotKnowIsLeftAndTheOthersAreReplayed() throws Exception {
        String known = box.put(box.letter(0, 1, 0).build()).getDeadLetterId();
        String unknown = box.put(box.letter(0, 2, 0)
                        .setStage("press")
                        .setDeadLetterId("x-0-2-press")
                        .build())
                .getDeadLetterId();

        Command byId = box.run("replay", known, unknown);
        assertThat(byId.exitCode()).isEqualTo(1);
        assertThat(byId.err()).contains("nothing was written").contains("knows no stage press");
        assertThat(box.states(known)).containsExactly(DeadLetterState.DEAD);

        Command all = box.run("replay", "--all");
        assertThat(all.exitCode()).isEqualTo(1);
        assertThat(all.err()).contains("knows no stage press");
        assertThat(all.out()).contains("replayed: 1 letter");
        assertThat(box.states(known)).containsExactly(DeadLetterState.DEAD, DeadLetterState.REPLAYED);
        assertThat(box.states(unknown)).containsExactly(DeadLetterState.DEAD);

        assertThat(box.run("discard", unknown).exitCode()).isZero();
    }

    @Test
    void aLetterFromInsideAStageGoesBackToTheTopicItCameFrom() throws Exception {
        DeadLetter letter = box.put(box.letter(1, 5, 0)
                .setTopic(box.byPage())
                .setDeadLetterId(box.byPage() + "-1-5-split")
                .build());
        DeadLetter gone = box.put(box.letter(1, 6, 0).setTopic("t.nowhere").build());

        assertThat(box.run("replay", letter.getDeadLetterId()).exitCode()).isZero();

        assertThat(box.records(Topic.RETRY_SPLIT)).isEmpty();
        ConsumerRecord<byte[], byte[]> record = read(box.byPage(), 1);
        assertThat(Replay.of(record.headers())).contains(Replay.of(letter));
        assertThat(Instant.ofEpochMilli(record.timestamp())).isEqualTo(letter.getRecordTimestamp());
        assertThat(box.run("replay", gone.getDeadLetterId()).err()).contains("there is no topic t.nowhere");
    }

    @Test
    void aLetterWithoutAValueIsReplayedWithoutOne() throws Exception {
        String id =
                box.put(box.letter(0, 1, 0).setValue(null).setKey(null).build()).getDeadLetterId();

        assertThat(box.run("replay", id).exitCode()).isZero();

        assertThat(box.records(Topic.RETRY_SPLIT)).singleElement().satisfies(record -> {
            assertThat(record.key()).isNull();
            assertThat(record.value()).isNull();
        });
    }

    @Test
    void ofTwoReplaysAtOnceTheLaterWinsAndTheOtherWritesNothing() throws Exception {
        DeadLetter letter = box.put(box.letter(0, 1, 0).build());
        String id = letter.getDeadLetterId();
        Endpoints where = box.endpoints();
        DeadLetterTargets targets = new DeadLetterTargets(where, topic -> LetterBox.PARTITIONS);
        try (DeadLetterWriter first = DeadLetterWriter.open(where, "test", Clock.systemUTC())) {
            assertThat(box.run("replay", "--all").out()).contains("replayed: 1 letter");

            assertThatThrownBy(() -> first.write(List.of(letter), DeadLetterState.REPLAYED, targets))
                    .isInstanceOf(RepairException.class)
                    .hasMessageContaining("another replay or discard");
        }
        assertThat(box.records(Topic.RETRY_SPLIT)).hasSize(1);
        assertThat(box.states(id)).containsExactly(DeadLetterState.DEAD, DeadLetterState.REPLAYED);
    }

    @Test
    void aReplayThatWasCommittedIsSeenByTheNext() throws Exception {
        DeadLetter letter = box.put(box.letter(0, 1, 0).build());
        Endpoints where = box.endpoints();
        try (DeadLetterWriter first = DeadLetterWriter.open(where, "test", Clock.systemUTC())) {
            first.write(
                    List.of(letter),
                    DeadLetterState.REPLAYED,
                    new DeadLetterTargets(where, topic -> LetterBox.PARTITIONS));
            assertThat(box.run("replay", "--all").out()).contains("replayed: 0 letters");
        }
        assertThat(box.records(Topic.RETRY_SPLIT)).hasSize(1);
    }

    @Test
    void aDecisionAboveATransactionThatAStageLeftOpenIsWaitedFor() throws Exception {
        DeadLetter letter = box.put(box.letter(0, 1, 0).build());
        Endpoints where = box.endpoints();
        try (KafkaProducer<byte[], byte[]> stage = unfinished(letter)) {
            try (DeadLetterWriter first = DeadLetterWriter.open(where, "test", Clock.systemUTC())) {
                first.write(
                        List.of(letter),
                        DeadLetterState.REPLAYED,
                        new DeadLetterTargets(where, topic -> LetterBox.PARTITIONS));
            }
            CompletableFuture<Void> end = CompletableFuture.runAsync(
                    stage::abortTransaction, CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS));

            Command second = box.run("replay", letter.getDeadLetterId());

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).contains("waiting for a transaction").contains("was replayed already");
            end.join();
        }
        assertThat(box.records(Topic.RETRY_SPLIT)).hasSize(1);
    }

    @Test
    void aTransactionThatStaysOpenIsNotWaitedForWithoutEnd() throws Exception {
        DeadLetter letter = box.put(box.letter(0, 1, 0).build());
        try (KafkaProducer<byte[], byte[]> stage = unfinished(letter);
                DeadLetterTopic letters = new DeadLetterTopic(box.endpoints(), told -> {})) {
            assertThatThrownBy(() -> letters.awaitOpenTransactions(Duration.ofMillis(500)))
                    .isInstanceOf(RepairException.class)
                    .hasMessageContaining("a transaction stays open")
                    .hasMessageContaining("nothing was written");

            stage.abortTransaction();
            letters.awaitOpenTransactions(Duration.ofSeconds(30));
        }
    }

    /** A stage that is in the middle of a transaction on the partition of the letter. */
    private KafkaProducer<byte[], byte[]> unfinished(DeadLetter letter) throws Exception {
        int partition = box.records(Topic.DEAD_LETTERS).get(0).partition();
        KafkaProducer<byte[], byte[]> stage = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address(), "transactional.id", letter.getDeadLetterId()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        stage.initTransactions();
        stage.beginTransaction();
        String topic = box.topics().name(Topic.DEAD_LETTERS);
        stage.send(new ProducerRecord<>(topic, partition, new byte[] {1}, new byte[] {2}))
                .get();
        return stage;
    }

    @Test
    void moreThanATransactionShouldHoldIsWrittenInSeveral() throws Exception {
        for (int i = 0; i < 3; i++) {
            box.put(box.letter(i, i, 0).setValue(ByteBuffer.allocate(14 * MIB)).build());
        }

        Command replay = box.run("replay", "--all");

        assertThat(replay.exitCode()).as(replay.err()).isZero();
        assertThat(box.records(Topic.RETRY_SPLIT))
                .hasSize(3)
                .allSatisfy(record -> assertThat(record.value()).hasSize(14 * MIB));
    }

    @Test
    void whatIsDiscardedNoLongerWaits() throws Exception {
        String id = box.put(box.letter(0, 1, 0).build()).getDeadLetterId();

        Command discard = box.run("discard", "--stage", "split");

        assertThat(discard.exitCode()).as(discard.err()).isZero();
        assertThat(discard.out()).contains("discarded: 1 letter");
        assertThat(box.states(id)).containsExactly(DeadLetterState.DEAD, DeadLetterState.DISCARDED);
        assertThat(box.records(Topic.RETRY_SPLIT)).isEmpty();
        assertThat(box.run("list").out()).startsWith("0 letters");
        assertThat(box.run("list", "--state", "discarded").out()).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replay",
                "discard",
                "replay id --all",
                "replay id --stage split",
                "replay --all --stage split",
                "replay --stage split --again",
                "replay --since yesterday",
                "show",
                "list --state gone",
                "list --since 2026-13-01"
            })
    void wrongUseEndsWithTwoAndSaysWhy(String line) {
        Command wrong = box.run(line.split(" "));

        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).isNotBlank();
    }

    private static String last(Command command) {
        assertThat(command.exitCode()).as(command.err()).isZero();
        return command.out().lines().reduce("", (before, line) -> line);
    }

    private static ConsumerRecord<byte[], byte[]> read(String topic, int partition) {
        Properties config = new Properties();
        config.put("bootstrap.servers", broker.address());
        config.put("isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            TopicPartition place = new TopicPartition(topic, partition);
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
            consumer.poll(Duration.ofSeconds(10)).forEach(records::add);
            assertThat(records).hasSize(1);
            return records.get(0);
        }
    }
}
