package dev.broadsheet.sink.store;

import java.util.Collection;
import java.util.Map;

/**
 * Holds each page's newest version once, whole. Every write is one transaction with the offsets of what was read, so no record is
 * lost or applied twice by itself. Of pages, articles and receipts, reading again from anywhere, any number of times, changes nothing; of projects,
 * dead letters and newest figures, which have no newest version but a last record, it shows older states until it has caught up. Any thread; one writer and one outbox
 * relay at a time make sense. Every method throws {@link StoreUnavailableException} where trying again later can help.
 */
public interface Store extends AutoCloseable {
    /** Creates or upgrades whatever the store needs. Repeatable. */
    void prepare();

    /** The next offset to read of each partition; 0 where the store has not seen the partition. */
    Map<Partition, Long> offsets(Collection<Partition> partitions);

    /**
     * Writes a batch whole or not at all. An article replaces the one it has, with its entities and figures, if its version
     * is newer; the same or an older version changes nothing. A project replaces the one it has; the same changes nothing, and one that
     * no longer stands is removed. What is replayed of projects and newest figures is stored only where no later record of the key was, and
     * changes nothing else.
     *
     * @throws NotOwnerException where an offset is not the expected one: somebody else has written in between
     * @throws RowRefusedException where the data of some change cannot be stored
     */
    Written write(Batch batch);

    /** Hands the oldest messages to {@code publisher} and forgets them once it returns; how many they were. */
    int relay(Publisher publisher);

    @Override
    void close();
}
