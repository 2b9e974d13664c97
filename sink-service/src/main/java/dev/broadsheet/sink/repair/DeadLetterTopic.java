package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The letters of an installation, read without a consumer group; of each, what its last record says counts. One thread. */
public final class DeadLetterTopic implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Installation where;
    private final Consumer<String> tell;
    private final TopicReader reader;
    private final RecordValues<DeadLetter> letters;

    /** {@code tell} takes a sentence about what takes long or is left out. Throws RepairException where Kafka does not answer or the topic is not there. */
    public DeadLetterTopic(Installation where, Consumer<String> tell) {
        this.where = where;
        this.tell = tell;
        this.reader = new TopicReader(where, Topic.DEAD_LETTERS, true);
        this.letters = new RecordValues<>(where, DeadLetter.class);
    }

    /**
     * Waits until everything that stands on the topic now can be read: what was decided above a stage's open transaction cannot. The
     * broker ends such a transaction when its time is over.
     *
     * @throws RepairException where one stays open for longer than {@code limit}
     */
    public void awaitOpenTransactions(Duration limit) {
        Map<TopicPartition, Long> written = TopicReader.uncommittedEnds(where, Topic.DEAD_LETTERS);
        Patience waiting = new Patience(
                limit,
                "a transaction stays open on the topic of dead letters, so it cannot be told what was decided about"
                        + " them last, and nothing was written; try again, or find out whose it is"
                        + " (kafka-transactions.sh find-hanging)");
        boolean told = false;
        while (isBehind(reader.ends(), written)) {
            if (!told) {
                tell.accept("waiting for a transaction that is open on the topic of dead letters, " + limit.toSeconds()
                        + " s at most");
                told = true;
            }
            waiting.look(written);
            sleep();
        }
    }

    /** Oldest first, by when they were given up. */
    public List<DeadLetterEntry> standing() {
        Map<String, DeadLetterEntry> latest = new HashMap<>();
        readAll(entry -> {
            latest.put(entry.id(), entry);
            return true;
        });
        return latest.values().stream()
                .sorted(Comparator.comparing(
                                (DeadLetterEntry entry) -> entry.letter().getAt())
                        .thenComparing(DeadLetterEntry::id))
                .toList();
    }

    /** Every record of one letter, in order. */
    public List<DeadLetterEntry> history(String id) {
        List<DeadLetterEntry> history = new ArrayList<>();
        readAll(entry -> !entry.id().equals(id) || history.add(entry));
        return history;
    }

    /** The letter whole. */
    public DeadLetter fetch(DeadLetterEntry entry) {
        ConsumerRecord<byte[], byte[]> record = reader.at(entry.partition(), entry.offset());
        return letters.value(record)
                .orElseThrow(() -> new IllegalStateException("a letter that was read cannot be read again"));
    }

    /** Number of partitions of a topic, 0 where it is not there. */
    int partitions(String topic) {
        return reader.partitionsOf(topic);
    }

    @Override
    public void close() {
        reader.close();
    }

    private static boolean isBehind(Map<TopicPartition, Long> readable, Map<TopicPartition, Long> written) {
        return written.entrySet().stream().anyMatch(end -> readable.getOrDefault(end.getKey(), 0L) < end.getValue());
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RepairException("interrupted; nothing was written");
        }
    }

    private void readAll(Predicate<DeadLetterEntry> each) {
        int[] unreadable = {0};
        reader.rewind();
        reader.readToEnd(record -> {
            Optional<DeadLetter> letter = letters.value(record);
            if (letter.isEmpty()) {
                unreadable[0]++;
                return true;
            }
            return each.test(DeadLetterEntry.of(record, letter.get()));
        });
        if (unreadable[0] > 0) {
            tell.accept(
                    unreadable[0] + " records of the topic of dead letters are no dead letters that this version can"
                            + " read, and are left out; deploy/broadsheet tail dead-letters shows them");
        }
    }
}
