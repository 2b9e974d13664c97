package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Where a letter is tried again: on the retry topic of its stage, and where a topic inside the stage was its source, on that very topic;
 * both are read by the stage alone.
 */
public final class DeadLetterTargets {
    private final Installation where;
    private final ToIntFunction<String> partitionsOf;
    private final Map<String, Integer> known = new HashMap<>();

    /** {@code partitionsOf} a topic; 0 where there is none of that name. */
    public DeadLetterTargets(Installation where, ToIntFunction<String> partitionsOf) {
        this.where = where;
        this.partitionsOf = partitionsOf;
    }

    /** Full name of the topic. */
    String topic(DeadLetter letter) {
        Optional<Topic> retry = Topic.retryOf(letter.getStage());
        return retry.isPresent() && isInput(letter.getTopic()) ? where.topics().name(retry.get()) : letter.getTopic();
    }

    /** Whether the topic is read by others than the stage, too. */
    private boolean isInput(String topic) {
        return where.topic(topic).filter(known -> known != Topic.PAGES_BACKFILL).isPresent();
    }

    /** Why the letter cannot be tried again, in words; empty where it can. */
    Optional<String> obstacle(DeadLetter letter) {
        if (Topic.retryOf(letter.getStage()).isEmpty()) {
            return Optional.of("this version knows no stage " + letter.getStage()
                    + "; replay it with the version that wrote it (" + letter.getSoftware() + "), or discard it");
        }
        String topic = topic(letter);
        int partitions = known.computeIfAbsent(topic, partitionsOf::applyAsInt);
        if (partitions == 0) {
            return Optional.of("there is no topic " + topic
                    + "; start the services of this version once, or create it as they would");
        }
        return letter.getPartition() < 0 || letter.getPartition() >= partitions
                ? Optional.of("topic " + topic + " has no partition " + letter.getPartition())
                : Optional.empty();
    }
}
