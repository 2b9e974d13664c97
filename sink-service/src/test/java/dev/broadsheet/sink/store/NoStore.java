package dev.broadsheet.sink.store;

import java.util.Collection;
import java.util.Map;

/** Stands in a field before a test has opened its store. */
final class NoStore implements Store {
    @Override
    public void prepare() {
        throw new IllegalStateException("not opened");
    }

    @Override
    public Map<Partition, Long> offsets(Collection<Partition> partitions) {
        throw new IllegalStateException("not opened");
    }

    @Override
    public Written write(Batch batch) {
        throw new IllegalStateException("not opened");
    }

    @Override
    public int relay(Publisher publisher) {
        throw new IllegalStateException("not opened");
    }

    @Override
    public void close() {
        // nothing was opened
    }
}
