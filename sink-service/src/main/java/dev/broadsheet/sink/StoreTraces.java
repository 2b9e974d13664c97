package dev.broadsheet.sink;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.runtime.trace.Traces;
import dev.broadsheet.sink.store.CompletedPage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The store's part of the traces: its pages and articles, not what tells of them or sums them up. Any thread. */
final class StoreTraces {
    private static final long LIVE = 1;

    private final Traces traces;
    private final String store;
    private final Set<String> followed;

    StoreTraces(Traces traces, String store, Topics topics) {
        this.traces = traces;
        this.store = store;
        this.followed = Stream.of(Topic.PAGES, Topic.ARTICLES_ENRICHED, Topic.RETRY_SINK_POSTGRESQL)
                .map(topics::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** See {@link Traces#now}. */
    long now() {
        return traces.now();
    }

    void stored(List<ConsumerRecord<byte[], byte[]>> records, long from) {
        if (traces.isOn()) {
            traces.stored(
                    store,
                    records.stream()
                            .filter(record -> followed.contains(record.topic()))
                            .toList(),
                    from);
        }
    }

    void refused(ConsumerRecord<byte[], byte[]> record, RuntimeException cause) {
        if (followed.contains(record.topic())) {
            traces.refused(store, record, String.valueOf(cause.getMessage()));
        }
    }

    /** Of a page that is reprocessed the delivery is long past: it is in no trace. */
    void completed(List<CompletedPage> pages) {
        pages.stream()
                .filter(page -> page.version().generation() == LIVE)
                .forEach(page -> traces.whole(
                        store, page.origin().deliveryId(), page.version().receivedAt(), page.at()));
    }
}
