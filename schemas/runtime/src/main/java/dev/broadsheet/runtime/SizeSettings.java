package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Operators' own settings of Kafka's clients against the sizes that topics and services agree on: a client that takes
 * less than the largest record would stop at one, long after the start.
 */
public final class SizeSettings {
    private static final List<String> KEYS = List.of("max.request.size", "buffer.memory");
    private static final List<String> PREFIXES = List.of("", "producer.");

    private SizeSettings() {}

    /** A sentence for each key that is too small or no number. */
    public static List<String> problems(Map<String, String> kafka) {
        List<String> problems = new ArrayList<>();
        for (String prefix : PREFIXES) {
            for (String key : KEYS) {
                String value = kafka.get(prefix + key);
                if (value != null && !enough(value)) {
                    problems.add(
                            prefix + key + "=" + value + " is less than the largest record; leave it out, or set it to "
                                    + Topic.Sizes.DEAD_LETTER + " or more");
                }
            }
        }
        return problems;
    }

    private static boolean enough(String value) {
        try {
            return Long.parseLong(value.strip()) >= Topic.Sizes.DEAD_LETTER;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
