package dev.broadsheet.sink.repair;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.PageVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class IssueFinderTest {
    private static final String TOPIC = "broadsheet.issues";
    private static final TopicPartition PLACE = new TopicPartition(TOPIC, 0);

    @Test
    void aBrokerThatHandsOverNothingIsOneSentenceThatNamesItAndTheTopic() {
        MockConsumer<byte[], byte[]> silent = new MockConsumer<>("earliest") {
            @Override
            public synchronized Map<TopicPartition, OffsetAndTimestamp> offsetsForTimes(
                    Map<TopicPartition, Long> times) {
                return Map.of(PLACE, new OffsetAndTimestamp(0, 0));
            }
        };
        silent.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, null, null, null)));
        silent.updateBeginningOffsets(Map.of(PLACE, 0L));
        silent.updateEndOffsets(Map.of(PLACE, 2L));
        StandingPage page = new StandingPage(
                "p",
                new PageVersion(Instant.EPOCH, "i", 1L),
                new Delivery("d", "default", "a.txt", 1L, Instant.EPOCH, Instant.EPOCH, null),
                "");
        try (IssueFinder finder =
                new IssueFinder(silent, new Somewhere("kafka-1:9092", "mock://none"), Duration.ofMillis(100))) {
            assertThatThrownBy(() -> finder.find(List.of(page), (found, issue) -> {}))
                    .isInstanceOf(RepairException.class)
                    .hasMessageContaining("kafka-1:9092")
                    .hasMessageContaining(TOPIC);
        }
    }
}
