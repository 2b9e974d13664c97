package dev.broadsheet.system.chaos;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.system.Deployment.Addresses;
import dev.broadsheet.system.TopicRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** What {@link TopicRecords} finds, decoded; records of {@link PoisonRecords} are left out. One thread. */
final class TopicContents implements AutoCloseable {
    private final TopicRecords records;
    private final AvroSerdes serdes;
    private final PoisonRecords poison;

    TopicContents(Addresses addresses, PoisonRecords poison) {
        this.records = new TopicRecords(addresses);
        this.serdes = new AvroSerdes(Map.of("schema.registry.url", addresses.registryUrl()));
        this.poison = poison;
    }

    <T extends SpecificRecord> List<Kept<T>> read(Topic topic, Class<T> type) {
        String name = TopicRecords.TOPICS.name(topic);
        Deserializer<T> values = serdes.<T>value().deserializer();
        List<Kept<T>> kept = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> record : records.read(topic)) {
            if (!poison.isAt(name, record.partition(), record.offset())) {
                T value = record.value() == null ? null : type.cast(values.deserialize(name, record.value()));
                kept.add(new Kept<>(name, record.partition(), record.offset(), record.key(), value));
            }
        }
        return kept;
    }

    /** {@link TopicRecords#end}. */
    long end(Topic topic) {
        return records.end(topic);
    }

    @Override
    public void close() {
        records.close();
    }
}
