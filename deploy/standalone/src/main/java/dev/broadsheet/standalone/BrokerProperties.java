package dev.broadsheet.standalone;

import dev.broadsheet.contracts.Topic.Sizes;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Kafka's own settings for a broker that has one machine, one client process and little memory. */
final class BrokerProperties {
    private static final int MARGIN = 1024 * 1024;

    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            // A system that was off for a month must find its place again.
            Map.entry("offsets.retention.minutes", "525600"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // Below six seconds a busy disk gets the broker fenced.
            Map.entry("broker.session.timeout.ms", "6000"),
            Map.entry("broker.heartbeat.interval.ms", "1000"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "2"),
            Map.entry("background.threads", "2"),
            Map.entry("num.recovery.threads.per.data.dir", "2"),
            Map.entry("log.cleaner.threads", "1"),
            Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
            Map.entry("log.segment.bytes", "268435456"),
            Map.entry("log.index.size.max.bytes", "2097152"));

    private BrokerProperties() {}

    static Properties of(Path logs, int port, int controllerPort) {
        Properties properties = new Properties();
        properties.putAll(FIXED);
        String client = "PLAINTEXT://127.0.0.1:" + port;
        properties.setProperty("listeners", client + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", client);
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        properties.setProperty("log.dirs", logs.toString());
        String largest = Integer.toString(Sizes.DEAD_LETTER + MARGIN);
        properties.setProperty("message.max.bytes", largest);
        properties.setProperty("replica.fetch.max.bytes", largest);
        properties.setProperty("fetch.max.bytes", Integer.toString(2 * (Sizes.DEAD_LETTER + MARGIN)));
        properties.setProperty("socket.request.max.bytes", Integer.toString(2 * (Sizes.DEAD_LETTER + MARGIN)));
        return properties;
    }
}
