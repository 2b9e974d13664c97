package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.contracts.RegistryUnavailableException;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.ConnectException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A topology whose reader, step and writer each misbehave for a text that says so. */
class FailureHandlingTest {
    private static final Instant NOW = Instant.parse("2026-11-21T01:02:03.004Z");
    private static final Instant RECORDED = Instant.parse("2026-11-20T00:00:00.001Z");

    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://failures", "auto.register.schemas", true));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DeadLetterContext context = new DeadLetterContext(
            "split",
            new Topics("t.", 1),
            "split-1",
            "1.2.3",
            "0123456789abcdef",
            Clock.fixed(NOW, ZoneOffset.UTC),
            serdes.<DeadLetter>value().serializer());
    private @Nullable TopologyTestDriver driver;

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    @Test
    void aRecordThatCannotBeReadIsADeadLetterAndTheNextPasses() {
        List<DeadLetter> letters = run("good", "read:poison", "good");

        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.getDeadLetterId()).isEqualTo("in-0-1-split");
            assertThat(letter.getState()).isEqualTo(DeadLetterState.DEAD);
            assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(bytes("read:poison")));
            assertThat(letter.getKey()).isEqualTo(ByteBuffer.wrap(bytes("key")));
            assertThat(letter.getHeaders())
                    .extracting(header -> header.getName())
                    .containsExactly("feed");
            assertThat(letter.getCauseClass()).isEqualTo(SerializationException.class.getName());
            assertThat(letter.getCause()).contains("not a text");
            assertThat(letter.getStack()).contains("FailureHandlingTest");
            assertThat(letter.getAt()).isEqualTo(NOW);
            assertThat(letter.getAttempts()).isEqualTo(1);
            assertThat(letter.getPartlyWritten()).isFalse();
            assertThat(letter.getRecordTimestamp()).isEqualTo(RECORDED);
        });
        assertThat(output()).containsOnly("good").isNotEmpty();
    }

    @Test
    void aDeadLetterIsCountedByStageAndCause() {
        run("read:poison", "read:poison", "good");

        assertThat(meters.get("broadsheet.dead.letters")
                        .tags("stage", "split", "cause", SerializationException.class.getName())
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void whatTheTopologyCallsPoisonIsADeadLetterThatKnowsItsPage() {
        List<DeadLetter> letters = run("step:poison", "good");

        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(bytes("step:poison")));
            assertThat(letter.getIssueId()).isEqualTo("issue-7");
            assertThat(letter.getPageId()).isEqualTo("page-7");
            assertThat(letter.getCauseClass()).isEqualTo(IllegalStateException.class.getName());
        });
        assertThat(output()).containsOnly("good").isNotEmpty();
    }

    @Test
    void aResultThatCannotBeWrittenMakesItsSourceADeadLetter() {
        List<DeadLetter> letters = run("write:poison", "good");

        assertThat(letters).singleElement().satisfies(letter -> {
            assertThat(letter.getTopic()).isEqualTo("in");
            assertThat(letter.getValue()).isEqualTo(ByteBuffer.wrap(bytes("write:poison")));
            assertThat(letter.getPartlyWritten()).isTrue();
        });
        assertThat(output()).containsOnly("good").isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"read:poison,false", "step:poison,false", "write:poison,true"})
    void aReplayThatFailsAgainIsTheSameLetterWithOneAttemptMore(String text, boolean partlyWritten) {
        Instant original = NOW.minusSeconds(86_400);
        Headers headers = new RecordHeaders().add("feed", bytes("default"));
        new Replay("t.issues-3-17-split", "t.issues", 3, 17, original, 2, false).addTo(headers);

        List<DeadLetter> letters = run(headers, text);

        assertThat(letters)
                .singleElement()
                .returns("t.issues-3-17-split", DeadLetter::getDeadLetterId)
                .returns("t.issues", DeadLetter::getTopic)
                .returns(3, DeadLetter::getPartition)
                .returns(17L, DeadLetter::getOffset)
                .returns(original, DeadLetter::getRecordTimestamp)
                .returns(3, DeadLetter::getAttempts)
                .returns(partlyWritten, DeadLetter::getPartlyWritten)
                .returns(DeadLetterState.DEAD, DeadLetter::getState)
                .satisfies(letter -> assertThat(letter.getHeaders())
                        .extracting(header -> header.getName())
                        .containsExactly("feed"));
    }

    @Test
    void whatWasOnceWrittenInPartStaysSo() {
        Headers headers = new RecordHeaders();
        new Replay("t.issues-3-17-split", "t.issues", 3, 17, null, 2, true).addTo(headers);

        assertThat(run(headers, "read:poison")).singleElement().returns(true, DeadLetter::getPartlyWritten);
    }

    @Test
    void headersThatNameAnotherStagesLetterAreNotFollowed() {
        Headers headers = new RecordHeaders();
        new Replay("t.articles-3-17-enrich", "t.articles", 3, 17, null, 2, false).addTo(headers);

        assertThat(run(headers, "read:poison"))
                .singleElement()
                .returns("in-0-0-split", DeadLetter::getDeadLetterId)
                .returns(1, DeadLetter::getAttempts);
    }

    @Test
    void aRegistryThatIsDownWhileReadingStopsTheThreadAndIsNoDeadLetter() {
        assertStopsWithoutDeadLetter("read:registry");
    }

    @Test
    void aRegistryThatIsDownWhileWritingStopsTheThreadAndIsNoDeadLetter() {
        assertStopsWithoutDeadLetter("write:registry");
    }

    @Test
    void aNetworkFaultDressedAsPoisonIsNoDeadLetter() {
        assertStopsWithoutDeadLetter("read:network");
    }

    @Test
    void aBrokerThatIsDownInsideAStepIsNoDeadLetter() {
        assertStopsWithoutDeadLetter("step:broker");
    }

    @Test
    void aBugInAStepStopsTheThreadAndIsNoDeadLetter() {
        assertStopsWithoutDeadLetter("step:bug");
    }

    @Test
    void theHandlersRefuseToWorkWithoutTheirContext() {
        assertThatThrownBy(() -> new DeadLetterProcessingHandler().configure(Map.of()))
                .hasMessageContaining("StreamsApp");
    }

    private void assertStopsWithoutDeadLetter(String text) {
        assertThatThrownBy(() -> run(text)).isInstanceOf(RuntimeException.class);
        assertThat(letters()).isEmpty();
        assertThat(meters.find("broadsheet.dead.letters").counter()).isNull();
    }

    private List<DeadLetter> run(String... texts) {
        return run(new RecordHeaders().add("feed", bytes("default")), texts);
    }

    private List<DeadLetter> run(Headers headers, String... texts) {
        driver = new TopologyTestDriver(topology(), properties());
        var input = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
        for (String text : texts) {
            input.pipeInput(new TestRecord<>("key", text, new RecordHeaders(headers), RECORDED));
        }
        return letters();
    }

    private List<DeadLetter> letters() {
        TopologyTestDriver running = Objects.requireNonNull(driver);
        return running.createOutputTopic(
                        "t.dead-letters",
                        new StringDeserializer(),
                        serdes.<DeadLetter>value().deserializer())
                .readValuesToList();
    }

    private List<String> output() {
        return Objects.requireNonNull(driver)
                .createOutputTopic("out", new StringDeserializer(), new StringDeserializer())
                .readValuesToList();
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        properties.putAll(StreamsConfiguration.failureHandling(context, meters));
        return properties;
    }

    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        Deserializer<String> reader = (topic, data) -> misread(new String(data, StandardCharsets.UTF_8));
        Serializer<String> writer = (topic, text) -> bytes(miswrite(text));
        builder.stream(
                        "in",
                        Consumed.with(Serdes.String(), Serdes.serdeFrom(new StringSerializer(), reader))
                                .withName("in"))
                .mapValues(FailureHandlingTest::misstep, Named.as("step"))
                .to(
                        "out",
                        Produced.with(Serdes.String(), Serdes.serdeFrom(writer, new StringDeserializer()))
                                .withName("out"));
        return builder.build();
    }

    private static String misread(String text) {
        return switch (text) {
            case "read:poison" -> throw new SerializationException("not a text");
            case "read:registry" -> throw registryDown();
            case "read:network" -> throw new SerializationException("not a text", new ConnectException("refused"));
            default -> text;
        };
    }

    private static String misstep(String text) {
        return switch (text) {
            case "step:poison" -> throw new PoisonException("issue-7", "page-7", new IllegalStateException("odd page"));
            case "step:broker" -> throw new TimeoutException("no answer");
            case "step:bug" -> throw new IllegalStateException("a bug");
            default -> text;
        };
    }

    private static String miswrite(String text) {
        return switch (text) {
            case "write:poison" -> throw new SerializationException("cannot be written");
            case "write:registry" -> throw registryDown();
            default -> text;
        };
    }

    private static RuntimeException registryDown() {
        return new RegistryUnavailableException("no answer", new ConnectException("refused"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
