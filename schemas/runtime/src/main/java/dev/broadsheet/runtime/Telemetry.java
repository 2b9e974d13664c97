package dev.broadsheet.runtime;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the process measures about itself; every series carries service and instance. deploy/TELEMETRY.md names all of them. Labels that come from outside
 * are capped, and of Kafka's meters only those are kept that have one series a client or thread. Any thread.
 */
public final class Telemetry implements AutoCloseable {
    /** Of a label that comes from outside. */
    public static final int MOST_VALUES = 100;
    /** All other values of such a label. */
    public static final String OTHER = CappedTag.OTHER;

    /** None of them has a series for each topic, partition, task or store. */
    private static final Set<String> KAFKA = Set.of(
            "kafka.stream.thread.process.total",
            "kafka.stream.thread.process.latency.avg",
            "kafka.stream.thread.commit.latency.avg",
            "kafka.stream.thread.poll.latency.avg",
            "kafka.consumer.coordinator.rebalance.total",
            "kafka.consumer.coordinator.failed.rebalance.total",
            "kafka.consumer.coordinator.assigned.partitions",
            "kafka.consumer.coordinator.last.heartbeat.seconds.ago",
            "kafka.consumer.time.between.poll.max",
            "kafka.consumer.connection.count",
            "kafka.producer.connection.count",
            "kafka.producer.request.latency.avg",
            "kafka.producer.record.error.total",
            "kafka.producer.record.retry.total",
            "kafka.producer.record.send.total",
            "kafka.producer.buffer.available.bytes");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics garbage = new JvmGcMetrics();
    private final MultiGauge components;
    private volatile @Nullable Health health;

    public Telemetry(String service, String instance) {
        registry.config()
                .commonTags(Tags.of("service", service, "instance", instance))
                .meterFilter(new CappedTag("feed", MOST_VALUES))
                .meterFilter(new CappedTag("cause", MOST_VALUES))
                .meterFilter(
                        MeterFilter.deny(id -> id.getName().startsWith("kafka.") && !KAFKA.contains(id.getName())));
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new FileDescriptorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbage.bindTo(registry);
        Gauge.builder("broadsheet.build.info", () -> 1)
                .description("Always 1; the version is the label")
                .tag("version", Software.version())
                .register(registry);
        this.components = MultiGauge.builder("broadsheet.component.up")
                .description("1 for each part that works, 0 for each that does not")
                .register(registry);
    }

    public PrometheusMeterRegistry registry() {
        return registry;
    }

    /** From now on readiness is told, as a whole and by component. */
    void show(Health shown) {
        health = shown;
        Gauge.builder("broadsheet.ready", shown, now -> now.ready() ? 1 : 0)
                .description("1 while the service is ready, else 0")
                .register(registry);
    }

    /** All series as Prometheus reads them. */
    String scrape() {
        Health shown = health;
        if (shown != null) {
            List<MultiGauge.Row<?>> rows = new ArrayList<>();
            shown.components()
                    .forEach((component, up) ->
                            rows.add(MultiGauge.Row.of(Tags.of("component", component), up ? 1 : 0)));
            components.register(rows, true);
        }
        return registry.scrape();
    }

    @Override
    public void close() {
        garbage.close();
        registry.close();
    }
}
