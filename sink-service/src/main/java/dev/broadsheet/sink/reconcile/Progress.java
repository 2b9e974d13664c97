package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.store.Partition;
import java.util.HashMap;
import java.util.Map;

/** How far those who read the topics have come: what a stage has not processed yet cannot be missing behind it. */
record Progress(Map<Partition, Long> next) {

    static Progress of(TopicLog log, StoreContents store) {
        Map<Partition, Long> next = new HashMap<>(store.offsets());
        next.putAll(log.processed());
        return new Progress(next);
    }

    boolean passed(String topic, int partition, long offset) {
        return next.getOrDefault(new Partition(topic, partition), 0L) > offset;
    }
}
