package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;

/**
 * A topology with the very configuration and clients of {@link StreamsApp}, but for what a measurement puts in its place. It is here because
 * production has no way to weaken the guarantee. What fails ends the process.
 */
public final class MeasuredStreams {
    private MeasuredStreams() {}

    /** Returns when begun; runs until the process ends. */
    public static void start(
            CommonSettings common,
            Path stateDir,
            int threads,
            Topology topology,
            MeterRegistry meters,
            DeadLetterContext deadLetters,
            Map<String, Object> instead) {
        TopicAdmin.prepare(common, List.of(Topic.values()), new Health());
        Properties properties = new Properties();
        properties.putAll(StreamsConfiguration.of(
                common,
                common.applicationId(deadLetters.stage()),
                stateDir,
                threads,
                new StoreMemory(),
                new Failures(deadLetters, meters)));
        properties.putAll(instead);
        KafkaStreams streams = new KafkaStreams(
                topology, properties, new BoundedClients(SizeLimits.of(common.topics()), records -> {}));
        streams.setUncaughtExceptionHandler(failure -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
            throw new IllegalStateException(failure);
        });
        streams.start();
    }
}
