package dev.broadsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {
    private static final Map<String, Object> MOCK =
            Map.of("schema.registry.url", "mock://avro-serdes", "auto.register.schemas", true);

    @Test
    void whatIsWrittenIsReadBack() {
        Serde<RawIssue> serde = new AvroSerdes(MOCK).value();
        RawIssue issue = Samples.issue("新区召开项目推进会");

        byte[] bytes = serde.serializer().serialize("t.issues", issue);

        assertThat(serde.deserializer().deserialize("t.issues", bytes)).isEqualTo(issue);
    }

    @Test
    void valuesAreInTheConfluentWireFormat() {
        Serde<RawIssue> serde = new AvroSerdes(MOCK).value();

        byte[] bytes = serde.serializer().serialize("t.issues", Samples.issue("一"));

        assertThat(bytes[0]).isZero();
        assertThat(bytes).hasSizeGreaterThan(5);
    }

    @Test
    void valuesOfATopicKeepItsSubjectWhereverTheyTravel() {
        Serde<RawIssue> serde = new AvroSerdes(MOCK).valueOf("home.issues", RawIssue.class);
        RawIssue issue = Samples.issue("六");

        byte[] bytes = serde.serializer().serialize("elsewhere", issue);

        assertThat(serde.deserializer().deserialize("elsewhere", bytes)).isEqualTo(issue);
        assertThat(bytes)
                .isEqualTo(new AvroSerdes(MOCK).<RawIssue>value().serializer().serialize("home.issues", issue));
    }

    @Test
    void aRecordOfAnotherTypeAndATextArePoison() {
        Serde<Receipt> receipts = new AvroSerdes(MOCK).valueOf("t.receipts", Receipt.class);
        byte[] issue = new AvroSerdes(MOCK).<RawIssue>value().serializer().serialize("t.issues", Samples.issue("七"));
        KafkaAvroSerializer texts = new KafkaAvroSerializer();
        texts.configure(MOCK, false);

        assertThatThrownBy(() -> receipts.deserializer().deserialize("t.receipts", issue))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("RawIssue is no Receipt");
        assertThatThrownBy(() -> receipts.deserializer().deserialize("t.receipts", texts.serialize("t.texts", "text")))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("is no Receipt");
    }

    @Test
    void truncatedBytesArePoisonAndNotRetried() {
        List<Boolean> told = new ArrayList<>();
        Serde<RawIssue> serde = new AvroSerdes(MOCK, (answers, cause) -> told.add(answers)).value();
        byte[] bytes = serde.serializer().serialize("t.issues", Samples.issue("二"));
        byte[] truncated = java.util.Arrays.copyOf(bytes, bytes.length / 2);

        assertThatThrownBy(() -> serde.deserializer().deserialize("t.issues", truncated))
                .isInstanceOf(SerializationException.class);
        assertThat(told).isEmpty();
    }

    @Test
    void bytesThatAreNoAvroArePoison() {
        Serde<RawIssue> serde = new AvroSerdes(MOCK).value();

        assertThatThrownBy(() -> serde.deserializer().deserialize("t.issues", new byte[] {7, 7, 7}))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void bytesThatAreTooFewArePoison() {
        Serde<RawIssue> serde = new AvroSerdes(MOCK).value();
        for (byte[] few : new byte[][] {{}, {0}, {0, 0, 0, 1}}) {
            assertThatThrownBy(() -> serde.deserializer().deserialize("t.issues", few))
                    .as(few.length + " bytes")
                    .isInstanceOf(SerializationException.class);
        }
    }

    @Test
    void aClientDoesNotRegisterASchemaByItselfAndNamesTheCommandThatDoes() {
        Serde<RawIssue> serde = new AvroSerdes(
                        Map.of("schema.registry.url", "mock://empty"), (answers, cause) -> {}, Duration.ZERO)
                .value();

        assertThatThrownBy(() -> serde.serializer().serialize("t.issues", Samples.issue("三")))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("deploy/broadsheet schemas register");
    }

    @Test
    void aSchemaThatIsRegisteredWhileItIsWaitedForIsWritten() {
        Serde<RawIssue> registering =
                new AvroSerdes(Map.of("schema.registry.url", "mock://late", "auto.register.schemas", true)).value();
        List<String> told = new ArrayList<>();
        Serde<RawIssue> serde = new AvroSerdes(Map.of("schema.registry.url", "mock://late"), (answers, cause) -> {
                    told.add(cause);
                    registering.serializer().serialize("t.issues", Samples.issue("六"));
                })
                .value();

        assertThat(serde.serializer().serialize("t.issues", Samples.issue("六"))).isNotEmpty();
        assertThat(told)
                .satisfiesExactly(
                        missing -> assertThat(missing).contains("deploy/broadsheet schemas register"),
                        answers -> assertThat(answers).isEmpty());
    }

    @Test
    void aSchemaIdThatNobodyKnowsIsPoisonWhereItIsRead() {
        List<Boolean> told = new ArrayList<>();
        Serde<RawIssue> serde = new AvroSerdes(
                        Map.of("schema.registry.url", "mock://none"), (answers, cause) -> told.add(answers))
                .value();

        assertThatThrownBy(() -> serde.deserializer().deserialize("t.issues", new byte[] {0, 0, 0, 0, 77, 1, 2}))
                .isInstanceOf(SerializationException.class);
        assertThat(told).isEmpty();
    }

    @Test
    void aRegistryThatIsDownIsWaitedForAndThenNamed() throws IOException {
        int port = freePort();
        List<Boolean> told = new ArrayList<>();
        Serde<RawIssue> serde = new AvroSerdes(
                        Map.of("schema.registry.url", "http://127.0.0.1:" + port),
                        (answers, cause) -> told.add(answers),
                        Duration.ofMillis(300))
                .value();

        assertThatThrownBy(() -> serde.serializer().serialize("t.issues", Samples.issue("四")))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("registry");
        assertThat(told).hasSizeGreaterThan(1).containsOnly(false);
    }

    @Test
    void aRegistryThatComesBackIsUsedAgain() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<Boolean> told = new ArrayList<>();
        server.createContext("/", exchange -> {
            boolean first = told.isEmpty();
            byte[] body = (first ? "{}" : "{\"subject\":\"t\",\"id\":7,\"version\":1,\"schema\":\"\\\"string\\\"\"}")
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(first ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            Serde<RawIssue> serde = new AvroSerdes(
                            Map.of(
                                    "schema.registry.url",
                                    "http://127.0.0.1:" + server.getAddress().getPort()),
                            (answers, cause) -> told.add(answers))
                    .value();

            assertThat(serde.serializer().serialize("t.issues", Samples.issue("五")))
                    .startsWith(0, 0, 0, 0, 7);
            assertThat(told).startsWith(false).endsWith(true);
        } finally {
            server.stop(0);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
