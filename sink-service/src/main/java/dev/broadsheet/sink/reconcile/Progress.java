package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.store.Partition;
import dev.broadsheet.sink.store.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How far those who read the topics have come: what a stage has not processed yet cannot be missing behind it.
 *
 * @param next offset that each partition's reader will process next
 * @param waiting what lies inside the stages and on their retry topics
 */
record Progress(Map<Partition, Long> next, Map<Work, List<Waiting>> waiting) {

    // The offsets first: what a stage has passed by then lies inside it now, or has its result.
    static Progress of(TopicLog log, StoreContents store) {
        Map<Partition, Long> next = new HashMap<>(store.offsets());
        next.putAll(log.processed());
        Map<Work, List<Waiting>> waiting = new HashMap<>();
        log.waiting(
                next,
                record -> record.about()
                        .forEach(work -> waiting.computeIfAbsent(work, key -> new ArrayList<>())
                                .add(record)));
        return new Progress(next, waiting);
    }

    boolean passed(String topic, int partition, long offset) {
        return next.getOrDefault(new Partition(topic, partition), 0L) > offset;
    }

    /** The topic that such a record lies on. */
    Optional<String> placeOf(Work work, Predicate<@Nullable Version> version) {
        return waiting.getOrDefault(work, List.of()).stream()
                .filter(record -> version.test(record.version()))
                .map(Waiting::place)
                .findFirst();
    }
}
