package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Where the brokers and the registry of a running installation are, and what its topics are called. */
public interface Installation {
    /** As it is told to people. */
    String bootstrapServers();

    Topics topics();

    /** Settings of any Kafka client; the caller may add to them. */
    Properties kafkaClient();

    /** Settings of the registry client, as Confluent names them. */
    Map<String, String> registryClient();

    /** The topic that is meant by "articles" or "broadsheet.articles". */
    default Optional<Topic> topic(String name) {
        return Arrays.stream(Topic.values())
                .filter(topic ->
                        topic.suffix().equals(name) || topics().name(topic).equals(name))
                .findFirst();
    }
}
