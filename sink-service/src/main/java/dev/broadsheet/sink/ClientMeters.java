package dev.broadsheet.sink;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Exports what Kafka's clients of the sink measure; one that takes the place of another ends the other's series. Any thread. */
final class ClientMeters implements AutoCloseable {
    private final MeterRegistry meters;
    private final Map<String, KafkaClientMetrics> bound = new HashMap<>();

    ClientMeters(MeterRegistry meters) {
        this.meters = meters;
    }

    <K, V> Consumer<K, V> of(Consumer<K, V> consumer) {
        bind("consumer", new KafkaClientMetrics(consumer));
        return consumer;
    }

    <K, V> Producer<K, V> of(Producer<K, V> producer) {
        bind("producer", new KafkaClientMetrics(producer));
        return producer;
    }

    private synchronized void bind(String kind, KafkaClientMetrics client) {
        KafkaClientMetrics before = bound.put(kind, client);
        if (before != null) {
            before.close();
        }
        client.bindTo(meters);
    }

    @Override
    public synchronized void close() {
        bound.values().forEach(KafkaClientMetrics::close);
        bound.clear();
    }
}
