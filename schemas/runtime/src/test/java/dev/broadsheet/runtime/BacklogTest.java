package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final Instant NOON = Instant.parse("2024-03-08T12:00:00Z");
    private static final TopicPartition FIRST = new TopicPartition("pages", 0);
    private static final TopicPartition SECOND = new TopicPartition("pages", 1);

    private final Backlog backlog = new Backlog(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void theOldestRecordThatIsNotCommittedTellsTheLag() {
        polled(FIRST, 10, 3, 60);
        polled(SECOND, 0, 2, 5);
        backlog.settle(Map.of(FIRST, 12L, SECOND, 2L));
        assertThat(backlog.oldestSeconds()).isEqualTo(60);
        assertThat(backlog.done()).isEqualTo(2);

        backlog.settle(Map.of(FIRST, 13L, SECOND, 2L));
        assertThat(backlog.oldestSeconds()).isZero();
        assertThat(backlog.done()).isEqualTo(5);
    }

    @Test
    void whatIsReadAgainAfterAFailureCountsOnce() {
        polled(FIRST, 10, 3, 60);
        polled(FIRST, 13, 4, 50);
        polled(FIRST, 10, 7, 60);
        backlog.settle(Map.of(FIRST, 17L));

        assertThat(backlog.done()).isEqualTo(7);
        assertThat(backlog.oldestSeconds()).isZero();
    }

    @Test
    void aPartitionThatIsNotOursAnyMoreIsForgotten() {
        polled(FIRST, 10, 3, 60);
        backlog.settle(Map.of(SECOND, 0L));

        assertThat(backlog.oldestSeconds()).isZero();
        assertThat(backlog.done()).isZero();
    }

    @Test
    void manyPollsThatNobodyAsksAboutAreRememberedInSum() {
        for (int i = 0; i < 10_000; i++) {
            polled(FIRST, i, 1, 60);
        }
        backlog.settle(Map.of(FIRST, 10_000L));

        assertThat(backlog.done()).isEqualTo(10_000);
    }

    private void polled(TopicPartition partition, long offset, int count, int ageSeconds) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            records.add(new ConsumerRecord<>(
                    partition.topic(),
                    partition.partition(),
                    offset + i,
                    NOON.toEpochMilli() - ageSeconds * 1000L + i,
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    new byte[0],
                    new byte[0],
                    new RecordHeaders(),
                    Optional.empty()));
        }
        backlog.polled(new ConsumerRecords<>(Map.of(partition, records), Map.of()));
    }
}
