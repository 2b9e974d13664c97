package dev.broadsheet.cli;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Topic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The letters of an installation, read without a consumer group; of each, what its last record says counts. One thread. */
final class DeadLetterTopic implements AutoCloseable {
    private final TopicReader reader;
    private final RecordValues<DeadLetter> letters;

    /** Throws UserException where Kafka does not answer or the topic is not there. */
    DeadLetterTopic(Endpoints where) {
        this.reader = new TopicReader(where, Topic.DEAD_LETTERS, true);
        this.letters = new RecordValues<>(where, DeadLetter.class);
    }

    /** Oldest first, by when they were given up. */
    List<DeadLetterEntry> standing() {
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
    List<DeadLetterEntry> history(String id) {
        List<DeadLetterEntry> history = new ArrayList<>();
        readAll(entry -> !entry.id().equals(id) || history.add(entry));
        return history;
    }

    /** The letter whole. */
    DeadLetter fetch(DeadLetterEntry entry) {
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
            System.err.println(
                    unreadable[0] + " records of the topic of dead letters are no dead letters that this version can"
                            + " read, and are left out; deploy/broadsheet tail dead-letters shows them");
        }
    }
}
