package dev.broadsheet.sink;

import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.sink.avro.ChangeReader;
import dev.broadsheet.sink.avro.LetterReader;
import dev.broadsheet.sink.store.Change;
import dev.broadsheet.sink.store.LastRecord;
import dev.broadsheet.sink.store.RefusedRecord;
import dev.broadsheet.sink.store.Retried;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Reads the records of the sink's topics, those of its retry topic as what they were where they failed. Dead letters are never retried.
 * Not thread-safe.
 */
record RecordReader(ChangeReader reader, LetterReader letters, Topics topics) {

    /** As {@link ChangeReader#read}. */
    Change read(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(topics.name(Topic.DEAD_LETTERS))) {
            return letters.read(record);
        }
        return record.topic().equals(topics.name(Topic.RETRY_SINK_POSTGRESQL))
                ? replayed(record)
                : reader.read(record.topic(), record.key(), record.value());
    }

    private Change replayed(ConsumerRecord<byte[], byte[]> record) {
        Replay replay = Replay.of(record.headers())
                .filter(named -> reader.reads(named.topic()))
                .orElseThrow(() -> new SerializationException(
                        "the record's headers name no dead letter of a topic that the" + " sink reads; "
                                + record.topic() + " is for deploy/broadsheet dead-letters replay only"));
        Change change = reader.read(replay.topic(), record.key(), record.value());
        if (!(change instanceof LastRecord last)) {
            return change;
        }
        String key = record.key() == null ? last.key() : new String(record.key(), StandardCharsets.UTF_8);
        return new Retried(new RefusedRecord(last.source(), key, replay.partition(), replay.offset()), last);
    }
}
