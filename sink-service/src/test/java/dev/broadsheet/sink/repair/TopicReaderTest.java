package dev.broadsheet.sink.repair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a broker that answers for a while. */
@Timeout(60)
class TopicReaderTest {
    private static final String TOPIC = "broadsheet.receipts";
    private static final TopicPartition PLACE = new TopicPartition(TOPIC, 0);

    private final MockConsumer<byte[], byte[]> kafka = new MockConsumer<>("earliest");
    private TopicReader reader;

    @BeforeEach
    void open() {
        kafka.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, null, null, null)));
        kafka.updateBeginningOffsets(Map.of(PLACE, 0L));
        kafka.updateEndOffsets(Map.of(PLACE, 2L));
        reader = new TopicReader(
                kafka, new Somewhere("kafka-1:9092", "mock://none"), Topic.RECEIPTS, true, Duration.ofMillis(100));
    }

    @Test
    void itReadsToTheEndThatStoodWhenItBegan() {
        kafka.schedulePollTask(() -> kafka.addRecord(record(0)));
        kafka.schedulePollTask(() -> kafka.addRecord(record(1)));
        List<Long> offsets = new ArrayList<>();

        reader.readToEnd(record -> offsets.add(record.offset()));

        assertThat(offsets).containsExactly(0L, 1L);
    }

    @Test
    void aBrokerThatStopsInTheMiddleIsOneSentenceThatNamesItAndTheTopic() {
        kafka.schedulePollTask(() -> kafka.addRecord(record(0)));

        assertThatThrownBy(() -> reader.readToEnd(record -> true))
                .isInstanceOf(RepairException.class)
                .hasMessageContaining("kafka-1:9092")
                .hasMessageContaining(TOPIC);
    }

    @Test
    void oneRecordIsNotWaitedForWithoutEnd() {
        assertThatThrownBy(() -> reader.at(0, 1))
                .isInstanceOf(RepairException.class)
                .hasMessageContaining("kafka-1:9092")
                .hasMessageContaining(TOPIC);
    }

    @Test
    void aTopicThatIsNotThereLeavesNoConnectionBehind() {
        MockConsumer<byte[], byte[]> other = new MockConsumer<>("earliest");

        assertThatThrownBy(() -> new TopicReader(
                        other, new Somewhere("kafka-1:9092", "mock://none"), Topic.RECEIPTS, true, Duration.ZERO))
                .isInstanceOf(RepairException.class)
                .hasMessageContaining("there is no topic " + TOPIC);
        assertThat(other.closed()).isTrue();
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        return new ConsumerRecord<>(TOPIC, 0, offset, new byte[0], new byte[0]);
    }
}
