package dev.broadsheet.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicsTest {
    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX, Topics.DEFAULT_PARTITIONS);

    @Test
    void everyNameHasThePrefixAndStandsOnce() {
        assertThat(Arrays.stream(Topic.values()).map(topics::name))
                .allMatch(name -> name.startsWith("broadsheet."))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatOtherTeamsReadIsCompressedSoThatEveryClientCan() {
        for (Topic topic : Topic.values()) {
            String expected = topic.access() == Topic.Access.PUBLIC ? "gzip" : "zstd";
            assertThat(topic.config()).as(topic.suffix()).containsEntry("compression.type", expected);
        }
    }

    @Test
    void deadLettersTakeTheLargestRecordOfAnyOtherTopic() {
        for (Topic topic : Topic.values()) {
            if (topic != Topic.DEAD_LETTERS) {
                assertThat(Topic.DEAD_LETTERS.maxMessageBytes()).isGreaterThan(topic.maxMessageBytes());
            }
        }
    }

    @Test
    void everyStageHasARetryTopicThatTakesItsLargestRecordWithTheHeadersOfAReplay() {
        for (String stage : List.of("split", "split.backfill", "enrich", "rollup", "sink.postgresql")) {
            assertThat(Topic.retryOf(stage)).as(stage).hasValueSatisfying(topic -> {
                assertThat(topic.suffix()).isEqualTo("retry." + stage);
                assertThat(topic.maxMessageBytes()).isGreaterThan(Topic.Sizes.PAGE);
                assertThat(topic.access()).isEqualTo(Topic.Access.INTERNAL);
            });
        }
        assertThat(Topic.retryOf("press")).isEmpty();
    }

    @Test
    void recordsOnRetryTopicsKeepTheSubjectsTheyHad() {
        assertThat(SchemaCatalog.subjects(topics).keySet())
                .contains("broadsheet.dead-letters-value")
                .noneMatch(subject -> subject.contains("retry."));
    }

    @Test
    void receiptsAreNeverCompacted() {
        assertThat(Topic.RECEIPTS.config()).containsEntry("cleanup.policy", "delete");
    }

    @Test
    void aReaderThatWasAwayForWeeksStillLearnsThatAKeyIsGone() {
        assertThat(Topic.METRICS_LATEST.config())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("delete.retention.ms", "2592000000");
    }

    @Test
    void everyRecordOfAPageGoesToOnePartitionWhateverItsKey() {
        PageIdPartitioner<String> partitioner = new PageIdPartitioner<>(value -> "晚报/2024-03-08/-/A02");

        Optional<Set<Integer>> one = partitioner.partitions("t", "k1", "v1", 12);
        Optional<Set<Integer>> two = partitioner.partitions("t", "k2", "v2", 12);

        assertThat(one).isEqualTo(two).contains(Set.of(PageIdPartitioner.partition("晚报/2024-03-08/-/A02", 12)));
    }
}
