package dev.broadsheet.sink.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.contracts.RecordHeader;
import dev.broadsheet.sink.store.StoredLetter;
import dev.broadsheet.sink.store.StoredLetter.Decision;
import dev.broadsheet.sink.store.StoredLetter.Header;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

class LetterReaderTest {
    private static final String TOPIC = "t.dead-letters";
    private static final Instant NOON = Instant.parse("2024-03-08T04:00:00Z");

    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://letter-reader", "auto.register.schemas", "true"));
    private final LetterReader reader = new LetterReader(serdes);

    @Test
    void aLetterIsReadWithoutTheBytesOfItsRecord() {
        StoredLetter read = read(letter().setState(DeadLetterState.DISCARDED)
                .setDecidedAt(NOON.plusSeconds(5))
                .setDecidedBy("console:operator"));

        assertThat(read.id()).isEqualTo("t.issues-3-7-split");
        assertThat(read.source().key()).isEqualTo("a key");
        assertThat(read.source().valueSize()).isEqualTo(5);
        assertThat(read.source().feed()).isEqualTo("morning");
        assertThat(read.source().headers()).contains(new Header("empty", ""));
        assertThat(read.decision()).isEqualTo(new Decision(NOON.plusSeconds(5), "console:operator"));
        assertThat(read(letter()).decision()).isNull();
    }

    @Test
    void whateverALetterHoldsCanBeStored() {
        String endless = "\0坏".repeat(40_000);
        String tooLong = "\0坏".repeat(1_000);
        StoredLetter read = read(letter().setKey(bytes(endless))
                .setHeaders(Collections.nCopies(1_000, new RecordHeader(tooLong, bytes(tooLong))))
                .setCause(endless)
                .setCauseClass(endless)
                .setStack(endless)
                .setPageId(endless)
                .setInstance(endless));

        assertThat(read.toString()).doesNotContain("\0");
        assertThat(read.failure().stack().length()).isLessThanOrEqualTo(2 * 8_192);
        assertThat(read.toString().length()).isLessThan(200_000);
    }

    @Test
    void whatIsNoLetterIsRefused() {
        SpecificRecord other = new RecordHeader("name", null);
        DeadLetter endless = letter().setDeadLetterId("x".repeat(2_000)).build();

        assertThatThrownBy(() -> reader.read(record(new byte[] {9}))).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> reader.read(record(avro(other)))).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> reader.read(record(avro(endless)))).isInstanceOf(SerializationException.class);
    }

    private StoredLetter read(DeadLetter.Builder letter) {
        return reader.read(record(avro(letter.build())));
    }

    private static DeadLetter.Builder letter() {
        return DeadLetter.newBuilder()
                .setDeadLetterId("t.issues-3-7-split")
                .setStage("split")
                .setTopic("t.issues")
                .setPartition(3)
                .setOffset(7)
                .setKey(bytes("a key"))
                .setValue(bytes("bytes"))
                .setHeaders(List.of(new RecordHeader("empty", null), new RecordHeader("feed", bytes("morning"))))
                .setCauseClass("java.lang.IllegalStateException")
                .setCause("no rule")
                .setStack("a stack")
                .setSoftware("0.3")
                .setInstance("ingest-1")
                .setAt(NOON);
    }

    private byte[] avro(SpecificRecord value) {
        return serdes.value().serializer().serialize(TOPIC, value);
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>(TOPIC, 0, 7, new byte[] {'k'}, value);
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
