package dev.broadsheet.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Topic;
import java.nio.file.Path;
import java.util.Arrays;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

class BrokerPropertiesTest {
    private final KafkaConfig config =
            KafkaConfig.fromProps(BrokerProperties.of(Path.of("/data/kafka"), 1001, 1002), false);

    @Test
    void theBrokerTakesTheLargestRecordOfAnyTopic() {
        int largest = Arrays.stream(Topic.values())
                .mapToInt(Topic::maxMessageBytes)
                .max()
                .orElseThrow();

        assertThat(config.messageMaxBytes()).isGreaterThan(largest);
        assertThat(config.getInt("replica.fetch.max.bytes")).isGreaterThan(largest);
        assertThat(config.getInt("socket.request.max.bytes")).isGreaterThan(largest);
    }

    @Test
    void nobodyReachesTheBrokerFromOutside() {
        assertThat(config.getList("listeners"))
                .containsExactly("PLAINTEXT://127.0.0.1:1001", "CONTROLLER://127.0.0.1:1002");
        assertThat(config.getList("advertised.listeners")).containsExactly("PLAINTEXT://127.0.0.1:1001");
    }
}
