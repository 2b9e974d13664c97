package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** Topics are public: anybody may have written what is on them. */
class RecordJsonTest {
    private final RecordJson json = new RecordJson(
            new Endpoints("kafka-1:9092", "mock://record-json", null, null, null, null, null, null, null, null, null));

    @Test
    void aHeaderWithoutAValueIsNull() {
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>("t", 0, 1, new byte[] {'k'}, null);
        record.headers().add("empty", null).add("feed", "晚报".getBytes(StandardCharsets.UTF_8));

        assertThat(json.line(record))
                .contains("\"headers\":{\"empty\":null,\"feed\":\"晚报\"}", "\"key\":\"k\"", "\"value\":null");
    }
}
