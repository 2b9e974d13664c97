package dev.broadsheet.sink.store;

import java.util.Comparator;

/** A partition of a topic. The order keeps transactions from locking each other out. */
public record Partition(String topic, int number) implements Comparable<Partition> {
    private static final Comparator<Partition> ORDER =
            Comparator.comparing(Partition::topic).thenComparingInt(Partition::number);

    @Override
    public int compareTo(Partition other) {
        return ORDER.compare(this, other);
    }
}
