package dev.broadsheet.system.load;

import dev.broadsheet.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a reader of committed records sees of a lane's topics from now on, without decoding it. One thread. */
final class Output implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(20);

    private final Lane lane;
    private final KafkaConsumer<String, byte[]> consumer;

    Output(Lane lane, Topic... topics) {
        this.lane = lane;
        this.consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        lane.bootstrapServers(),
                        "isolation.level",
                        "read_committed",
                        "enable.auto.commit",
                        "false"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        Arrays.stream(topics)
                .map(lane.topics()::name)
                .forEach(topic -> IntStream.range(0, lane.topics().partitions())
                        .mapToObj(partition -> new TopicPartition(topic, partition))
                        .forEach(partitions::add));
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position); // else it would be the end at the first poll
    }

    /** Tells {@code seen} of every record that is there now, with the time (System.nanoTime) at which it was. */
    int poll(ObjLongConsumer<ConsumerRecord<String, byte[]>> seen) {
        lane.check();
        var records = consumer.poll(POLL);
        long now = System.nanoTime();
        records.forEach(record -> seen.accept(record, now));
        return records.count();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
