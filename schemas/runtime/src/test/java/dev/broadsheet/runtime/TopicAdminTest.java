package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class TopicAdminTest {
    private static final List<Topic> WANTED = List.of(Topic.PAGES, Topic.RECEIPTS);

    private final Health health = new Health();
    private final FakeCluster cluster = new FakeCluster();

    @Test
    void missingTopicsAreCreated() {
        cluster.topics.put("t.pages", fit(Topic.PAGES));

        prepare(true);

        assertThat(cluster.topics).containsOnlyKeys("t.pages", "t.receipts");
        assertThat(cluster.created).isEqualTo(1);
        assertThat(cluster.awaited).isEqualTo(1);
        assertThat(health.ready()).isTrue();
    }

    @Test
    void whereCreatingIsNotAllowedTheMissingAreNamedAndWaitedFor() {
        cluster.topics.put("t.pages", fit(Topic.PAGES));
        cluster.beforeAnswer = () -> {
            if (health.reasons().containsKey("kafka")) {
                assertThat(health.reasons().get("kafka"))
                        .isEqualTo("waiting for topics that are missing: t.receipts;"
                                + " create them, or set BROADSHEET_TOPIC_CREATE=true");
                cluster.topics.put("t.receipts", fit(Topic.RECEIPTS));
            }
        };

        prepare(false);

        assertThat(cluster.created).isZero();
        assertThat(health.ready()).isTrue();
    }

    @Test
    void whatIsOnlyLessThanPromisedIsNoReasonNotToStart() {
        cluster.topics.put("t.pages", new Cluster.State(12, with(Topic.PAGES, "compression.type", "lz4")));
        cluster.topics.put("t.receipts", new Cluster.State(12, with(Topic.RECEIPTS, "retention.ms", "86400000")));

        prepare(false);

        assertThat(health.ready()).isTrue();
        assertThat(TopicFit.of("t.receipts", Topic.RECEIPTS, 12, 12, with(Topic.RECEIPTS, "retention.ms", "86400000")))
                .singleElement()
                .satisfies(difference -> assertThat(difference.sentence())
                        .contains("records are gone after 1 days instead of 3650 days", "retention.ms"));
        assertThat(TopicFit.of("t.pages", Topic.PAGES, 12, 12, with(Topic.PAGES, "compression.type", "lz4")))
                .singleElement()
                .satisfies(difference ->
                        assertThat(difference.sentence()).contains("compression.type=lz4; set it to gzip"));
        assertThat(TopicFit.of("t.receipts", Topic.RECEIPTS, 12, 12, with(Topic.RECEIPTS, "retention.ms", "-1")))
                .isEmpty();
    }

    @Test
    void brokersThatAreDownAreWaitedForAndShownInReadiness() {
        cluster.failures = 2;
        cluster.beforeAnswer = () ->
                assertThat(health.reasons()).containsExactly(Map.entry("kafka", "waiting for the brokers at k:9092"));

        prepare(true);

        assertThat(cluster.failures).isZero();
        assertThat(health.ready()).isTrue();
    }

    @Test
    void anInterruptEndsTheWaiting() {
        cluster.failures = Integer.MAX_VALUE;
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> prepare(true)).isInstanceOf(InterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatDoesNotPassIsNotWaitedFor() {
        cluster.refusal = new TopicAuthorizationException("no access");

        assertThatThrownBy(() -> prepare(true)).isSameAs(cluster.refusal);
    }

    @Test
    void topicsThatFitAreLeftAlone() {
        WANTED.forEach(topic -> cluster.topics.put("t." + topic.suffix(), fit(topic)));

        prepare(false);

        assertThat(cluster.created).isZero();
        assertThat(health.ready()).isTrue();
    }

    @Test
    void everythingThatDoesNotFitIsToldAtOnce() {
        cluster.topics.put("t.pages", new Cluster.State(3, with(Topic.PAGES, "max.message.bytes", "1048588")));
        cluster.topics.put("t.receipts", new Cluster.State(12, with(Topic.RECEIPTS, "cleanup.policy", "compact")));
        cluster.largestRequest = Optional.of(1_000_000L);

        assertThatThrownBy(() -> prepare(true))
                .isInstanceOfSatisfying(
                        SettingsException.class,
                        thrown -> assertThat(thrown.problems())
                                .hasSize(4)
                                .anySatisfy(problem -> assertThat(problem)
                                        .contains("t.pages has 3 partitions, BROADSHEET_TOPIC_PARTITIONS says 12"))
                                .anySatisfy(problem -> assertThat(problem)
                                        .contains("t.pages", "1048588 bytes", "" + Topic.PAGES.maxMessageBytes()))
                                .anySatisfy(problem ->
                                        assertThat(problem).contains("t.receipts", "cleanup.policy=compact", "delete"))
                                .anySatisfy(problem -> assertThat(problem).contains("socket.request.max.bytes")));
    }

    @Test
    void settingsThatMayNotBeReadAreNotChecked() {
        WANTED.forEach(topic -> cluster.topics.put("t." + topic.suffix(), new Cluster.State(12, Map.of())));
        cluster.largestRequest = Optional.empty();

        prepare(false);

        assertThat(health.ready()).isTrue();
    }

    private void prepare(boolean create) {
        CommonSettings common = new CommonSettings(
                "ingest",
                "ingest-1",
                Map.of("bootstrap.servers", "k:9092"),
                Map.of(),
                new Topics("t.", 12),
                create,
                (short) -1,
                HttpSettings.local(0),
                LogFormat.TEXT,
                TraceSettings.OFF);
        new TopicAdmin(common, cluster, health)
                .prepare(WANTED, new Backoff(Duration.ofMillis(1), Duration.ofMillis(2)));
    }

    private static Cluster.State fit(Topic topic) {
        return new Cluster.State(12, topic.config());
    }

    private static Map<String, String> with(Topic topic, String key, String value) {
        Map<String, String> config = new HashMap<>(topic.config());
        config.put(key, value);
        return config;
    }

    private final class FakeCluster implements Cluster {
        private final Map<String, State> topics = new TreeMap<>();
        private Optional<Long> largestRequest = Optional.of(104_857_600L);
        private RuntimeException refusal = new TimeoutException("no answer");
        private Runnable beforeAnswer = () -> {};
        private int failures;
        private int created;
        private int awaited;

        @Override
        public Map<String, State> describe(Collection<String> names) {
            if (failures > 0 || !(refusal instanceof TimeoutException)) {
                failures--;
                throw refusal;
            }
            beforeAnswer.run();
            Map<String, State> found = new HashMap<>(topics);
            found.keySet().retainAll(names);
            return found;
        }

        @Override
        public void create(Map<String, Topic> missing) {
            missing.forEach((name, topic) -> topics.put(name, fit(topic)));
            created += missing.size();
        }

        @Override
        public void awaitLeaders(Collection<String> names) {
            assertThat(topics).containsKeys(names.toArray(String[]::new));
            assertThat(health.ready()).as("before every topic is served").isFalse();
            awaited++;
        }

        @Override
        public Optional<Long> largestRequest() {
            return largestRequest;
        }
    }
}
