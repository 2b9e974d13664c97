package dev.broadsheet.sink.operations;

import dev.broadsheet.contracts.Topics;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.sink.repair.Installation;
import java.util.Map;
import java.util.Properties;

/** The installation that a service belongs to. */
record ServiceInstallation(CommonSettings common) implements Installation {
    @Override
    public String bootstrapServers() {
        return common.kafka().getOrDefault("bootstrap.servers", "");
    }

    @Override
    public Topics topics() {
        return common.topics();
    }

    @Override
    public Properties kafkaClient() {
        Properties client = new Properties();
        client.putAll(common.kafka());
        return client;
    }

    @Override
    public Map<String, String> registryClient() {
        return common.registry();
    }
}
