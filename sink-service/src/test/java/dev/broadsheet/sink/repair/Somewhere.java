package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.Topics;
import java.util.Map;
import java.util.Properties;

/** An installation at an address that is told to people only. */
record Somewhere(String bootstrapServers, String registry) implements Installation {
    @Override
    public Topics topics() {
        return new Topics(Topics.DEFAULT_PREFIX, Topics.DEFAULT_PARTITIONS);
    }

    @Override
    public Properties kafkaClient() {
        Properties client = new Properties();
        client.put("bootstrap.servers", bootstrapServers);
        return client;
    }

    @Override
    public Map<String, String> registryClient() {
        return Map.of("schema.registry.url", registry);
    }
}
