package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.FeedControl;
import dev.broadsheet.contracts.Topic;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Pauses and resumes feeds: what the intakes that watch a feed obey a moment later. */
public final class FeedControls {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private FeedControls() {}

    /**
     * Returns once the brokers have it.
     *
     * @throws RepairException where Kafka does not answer or refuses; nothing was decided then, or it is told later
     */
    public static FeedControl write(
            Installation where, String feed, boolean paused, @Nullable String reason, String by, Clock clock) {
        FeedControl control = FeedControl.newBuilder()
                .setFeed(feed)
                .setPaused(paused)
                .setReason(reason)
                .setBy(by)
                .setAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .build();
        try (KafkaProducer<String, FeedControl> producer = new KafkaProducer<>(
                config(where),
                new StringSerializer(),
                AvroSerdes.forPersons(where.registryClient())
                        .<FeedControl>value()
                        .serializer())) {
            producer.send(new ProducerRecord<>(where.topics().name(Topic.FEEDS_CONTROL), feed, control))
                    .get();
            return control;
        } catch (ExecutionException | KafkaException e) {
            throw new RepairException("Kafka at " + where.bootstrapServers() + " did not take the decision about feed "
                    + feed + ": " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RepairException("interrupted; look whether feed " + feed + " is paused");
        }
    }

    private static Properties config(Installation where) {
        Properties config = where.kafkaClient();
        config.put("acks", "all");
        config.put("enable.idempotence", "true");
        config.put("compression.type", Topic.FEEDS_CONTROL.compression());
        config.put("max.block.ms", Long.toString(PATIENCE.toMillis()));
        config.put("request.timeout.ms", Long.toString(PATIENCE.toMillis() / 2));
        config.put("delivery.timeout.ms", Long.toString(PATIENCE.toMillis()));
        return config;
    }
}
