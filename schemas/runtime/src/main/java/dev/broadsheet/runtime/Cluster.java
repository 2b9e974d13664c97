package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Topic;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** What {@link TopicAdmin} asks of the brokers. Trouble that passes is a RetriableException. */
interface Cluster {
    /** One topic as it stands. */
    record State(int partitions, Map<String, String> config) {}

    /** Those of the names that exist. */
    Map<String, State> describe(Collection<String> names);

    /** Another instance may have created them meanwhile. */
    void create(Map<String, Topic> topics);

    /**
     * Returns when the leader of every partition answers, or has not for some seconds: what exists for the controller
     * is not yet served by the brokers.
     */
    void awaitLeaders(Collection<String> names);

    /** socket.request.max.bytes, where we may ask. */
    Optional<Long> largestRequest();
}
