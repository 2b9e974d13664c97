package dev.broadsheet.sink.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.RecordHeader;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordValuesTest {
    private static final String TOPIC = "receipts";
    private static final Map<String, String> REGISTRY =
            Map.of("schema.registry.url", "mock://values", "auto.register.schemas", "true");

    private final RecordValues<Receipt> receipts =
            new RecordValues<>(new Somewhere("none:1", "mock://values"), Receipt.class);

    @Test
    void aReceiptIsRead() {
        Receipt receipt = Receipt.newBuilder()
                .setState(ReceiptState.RECEIVED)
                .setDeliveryId("d")
                .setFeed("default")
                .setFileName("a.txt")
                .setAt(Instant.EPOCH)
                .setReceivedAt(Instant.EPOCH)
                .setService("ingest")
                .setInstance("ingest-1")
                .build();

        assertThat(receipts.value(record(avro(receipt)))).contains(receipt);
    }

    @Test
    void whatIsNoAvroIsNoReceipt() {
        assertThat(receipts.value(record("a text".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
        assertThat(receipts.value(record(new byte[0]))).isEmpty();
    }

    @Test
    void aRecordWithoutAValueIsNoReceipt() {
        assertThat(receipts.value(record(null))).isEmpty();
    }

    @Test
    void aRecordOfAnotherContractIsNoReceipt() {
        assertThat(receipts.value(record(avro(new RecordHeader("name", null))))).isEmpty();
    }

    @Test
    void aRecordOfASchemaThatIsNotOursIsNoReceipt() {
        try (KafkaAvroSerializer serializer = new KafkaAvroSerializer()) {
            serializer.configure(REGISTRY, false);
            byte[] record = serializer.serialize(
                    TOPIC,
                    new GenericRecordBuilder(SchemaBuilder.record("Foreign")
                                    .namespace("elsewhere")
                                    .fields()
                                    .requiredString("text")
                                    .endRecord())
                            .set("text", "a")
                            .build());
            byte[] text = serializer.serialize(TOPIC, "only a text");

            assertThat(receipts.value(record(record))).isEmpty();
            assertThat(receipts.value(record(text))).isEmpty();
        }
    }

    private static byte[] avro(SpecificRecord value) {
        return new AvroSerdes(REGISTRY).internal().serializer().serialize(TOPIC, value);
    }

    @SuppressWarnings("NullAway") // a record without a value is what is tested
    private static ConsumerRecord<byte[], byte[]> record(byte @Nullable [] value) {
        return new ConsumerRecord<>(TOPIC, 0, 0, new byte[0], value);
    }
}
