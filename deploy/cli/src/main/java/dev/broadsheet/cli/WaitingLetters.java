package dev.broadsheet.cli;

import dev.broadsheet.cli.status.Overview.Letters;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.sink.repair.RecordValues;
import dev.broadsheet.sink.repair.TopicReader;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Counts the letters that wait, reading on from where the last count ended. One thread. */
final class WaitingLetters implements AutoCloseable {
    private final TopicReader reader;
    private final RecordValues<DeadLetter> values;
    /** Stages of the waiting letters by id. */
    private final Map<String, String> waiting = new HashMap<>();

    /** Throws RepairException where Kafka does not answer or the topic is not there. */
    WaitingLetters(Endpoints where) {
        this.reader = new TopicReader(where, Topic.DEAD_LETTERS, true);
        this.values = new RecordValues<>(where, DeadLetter.class);
    }

    Letters count() {
        reader.readToEnd(this::take);
        return new Letters(
                waiting.size(),
                waiting.values().stream()
                        .collect(Collectors.groupingBy(stage -> stage, TreeMap::new, Collectors.counting())));
    }

    private boolean take(ConsumerRecord<byte[], byte[]> record) {
        values.value(record).ifPresent(letter -> {
            if (letter.getState() == DeadLetterState.DEAD) {
                waiting.put(letter.getDeadLetterId(), letter.getStage());
            } else {
                waiting.remove(letter.getDeadLetterId());
            }
        });
        return true;
    }

    @Override
    public void close() {
        reader.close();
    }
}
