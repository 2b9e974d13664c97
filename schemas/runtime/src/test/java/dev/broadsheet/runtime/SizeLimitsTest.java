package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

class SizeLimitsTest {
    private final SizeLimits limits = new SizeLimits(Map.of("t.pages", 1_000));

    @Test
    void aRecordThatFitsPasses() {
        assertThatCode(() -> limits.check(record("t.pages", 600))).doesNotThrowAnyException();
    }

    @Test
    void aRecordTooLargeWithItsOverheadIsRefusedWithBothSizes() {
        assertThatThrownBy(() -> limits.check(record("t.pages", 1_000)))
                .isInstanceOf(RecordTooLargeException.class)
                .hasMessageContaining("t.pages")
                .hasMessageContaining("1000");
    }

    @Test
    void keysAndHeadersCount() {
        ProducerRecord<byte[], byte[]> record = record("t.pages", 600);
        record.headers().add("feed", new byte[500]);

        assertThatThrownBy(() -> limits.check(record)).isInstanceOf(RecordTooLargeException.class);
    }

    @Test
    void otherTopicsAndRecordsWithoutAValuePass() {
        assertThatCode(() -> limits.check(record("t.changelog", 5_000))).doesNotThrowAnyException();
        assertThatCode(() -> limits.check(new ProducerRecord<>("t.pages", new byte[1], null)))
                .doesNotThrowAnyException();
    }

    private static ProducerRecord<byte[], byte[]> record(String topic, int size) {
        return new ProducerRecord<>(topic, new byte[4], new byte[size]);
    }
}
