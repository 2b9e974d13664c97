package dev.broadsheet.contracts;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/**
 * Sends every record of a page to the partition of its pageId, whatever the record's key, so that one page's story stays
 * in order. Same hash as Kafka's default partitioner. Stateless, any thread.
 */
public final class PageIdPartitioner<V> implements StreamPartitioner<String, V> {
    private final Function<V, String> pageIdOf;

    public PageIdPartitioner(Function<V, String> pageIdOf) {
        this.pageIdOf = pageIdOf;
    }

    @Override
    public Optional<Set<Integer>> partitions(String topic, @Nullable String key, @Nullable V value, int numPartitions) {
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(Set.of(partition(pageIdOf.apply(value), numPartitions)));
    }

    /** Partition of a pageId among {@code partitions}. */
    public static int partition(String pageId, int partitions) {
        return Utils.toPositive(Utils.murmur2(pageId.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
