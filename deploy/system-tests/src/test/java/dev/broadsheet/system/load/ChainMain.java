package dev.broadsheet.system.load;

import dev.broadsheet.enrich.MeasuredEnrich;
import dev.broadsheet.ingest.MeasuredSplit;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** Everything of Broadsheet that is Kafka Streams in one process, as {@code run} has it: exactly-once as shipped, or with the argument {@code at-least-once}. */
public final class ChainMain {
    private static final Map<String, Object> AT_LEAST_ONCE = Map.of(
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.AT_LEAST_ONCE,
            StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
            30_000,
            StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG),
            5);

    private ChainMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        Map<String, Object> instead = arguments.length == 0 ? Map.of() : AT_LEAST_ONCE;
        MeasuredSplit.start(System.getenv(), instead);
        MeasuredEnrich.start(System.getenv(), instead);
        Thread.currentThread().join(); // until it is killed
    }
}
