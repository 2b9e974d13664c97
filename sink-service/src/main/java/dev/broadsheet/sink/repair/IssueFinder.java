package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Finds the bytes of issues on the topic of issues: on the partition of the issueId, from the time it was received on. One
 * pass a partition, which leaps over what no issue is looked for in. One thread.
 */
public final class IssueFinder implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final Installation where;
    private final Duration patience;
    private final List<TopicPartition> partitions;
    private final RecordValues<RawIssue> values;

    /** Throws RepairException where Kafka does not answer or there is no topic of issues. */
    public IssueFinder(Installation where) {
        this(TopicReader.consumer(where), where, Patience.DEFAULT);
    }

    IssueFinder(Consumer<byte[], byte[]> consumer, Installation where, Duration patience) {
        this.consumer = consumer;
        this.where = where;
        this.patience = patience;
        this.values = new RecordValues<>(where, RawIssue.class);
        this.partitions = TopicReader.partitions(consumer, where, Topic.ISSUES);
    }

    /**
     * Hands over each page with its issue as it was delivered, in no order, and returns the pages whose bytes are no longer
     * there. Another delivery of the same bytes will do where that which made the page has expired.
     */
    public List<StandingPage> find(Collection<StandingPage> pages, BiConsumer<StandingPage, RawIssue> found) {
        Map<TopicPartition, List<StandingPage>> places = pages.stream()
                .sorted(Comparator.comparing(
                        (StandingPage page) -> page.version().getReceivedAt()))
                .collect(Collectors.groupingBy(this::place, LinkedHashMap::new, Collectors.toList()));
        List<StandingPage> missing = new ArrayList<>();
        places.forEach((place, wanted) -> missing.addAll(new Search(place, wanted, found).run()));
        return missing;
    }

    @Override
    public void close() {
        consumer.close();
    }

    // The intake leaves the choice to Kafka's default partitioner, whose hash is the same.
    private TopicPartition place(StandingPage page) {
        return partitions.get(PageIdPartitioner.partition(page.issueId(), partitions.size()));
    }

    /** In one partition; {@code wanted} is sorted by time. */
    private final class Search {
        private final TopicPartition place;
        private final List<StandingPage> wanted;
        private final BiConsumer<StandingPage, RawIssue> found;
        private final Map<String, List<StandingPage>> open;
        private final Map<String, RawIssue> otherDeliveries = new LinkedHashMap<>();

        Search(TopicPartition place, List<StandingPage> wanted, BiConsumer<StandingPage, RawIssue> found) {
            this.place = place;
            this.wanted = wanted;
            this.found = found;
            this.open = wanted.stream()
                    .collect(Collectors.groupingBy(StandingPage::issueId, LinkedHashMap::new, Collectors.toList()));
        }

        List<StandingPage> run() {
            consumer.assign(List.of(place));
            consumer.seekToEnd(List.of(place));
            long end = consumer.position(place);
            long position = 0;
            for (StandingPage next : wanted) {
                OffsetAndTimestamp from = open.containsKey(next.issueId()) ? offset(next) : null;
                if (from != null) {
                    position = Math.max(position, from.offset());
                    position = readUntilFound(next, position, end);
                }
            }
            otherDeliveries.forEach(this::substitute);
            return open.values().stream().flatMap(List::stream).toList();
        }

        private @Nullable OffsetAndTimestamp offset(StandingPage page) {
            return consumer.offsetsForTimes(
                            Map.of(place, page.version().getReceivedAt().toEpochMilli()))
                    .get(place);
        }

        private long readUntilFound(StandingPage page, long from, long end) {
            consumer.seek(place, from);
            Patience waiting = Patience.reading(patience, place.topic(), where);
            while (open.containsKey(page.issueId()) && consumer.position(place) < end) {
                waiting.look(consumer.position(place));
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    meet(record);
                }
            }
            return consumer.position(place);
        }

        private void meet(ConsumerRecord<byte[], byte[]> record) {
            String issueId = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
            List<StandingPage> pages = open.get(issueId);
            if (pages != null) {
                values.value(record).ifPresent(issue -> take(issueId, issue, pages));
            }
        }

        private void take(String issueId, RawIssue issue, List<StandingPage> pages) {
            String delivery = issue.getDelivery().getDeliveryId();
            if (pages.get(0).delivery().getDeliveryId().equals(delivery)) {
                hand(issueId, issue);
            } else {
                otherDeliveries.putIfAbsent(issueId, issue);
            }
        }

        private void substitute(String issueId, RawIssue other) {
            if (open.containsKey(issueId)) {
                hand(issueId, other);
            }
        }

        private void hand(String issueId, RawIssue issue) {
            for (StandingPage page : open.getOrDefault(issueId, List.of())) {
                found.accept(
                        page,
                        RawIssue.newBuilder(issue).setDelivery(page.delivery()).build());
            }
            open.remove(issueId);
        }
    }
}
