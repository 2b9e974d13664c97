package dev.broadsheet.runtime;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a service's settings from flat keys that equal environment names. Nothing is thrown while reading: a value that
 * cannot be read is noted, its fallback returned, and {@link #finish} reports every problem at once, with every
 * {@code BROADSHEET_…} key that no service knows. A blank value counts as absent. Secrets are not repeated in messages.
 * One thread.
 */
public final class SettingsReader {
    private static final String OURS = "BROADSHEET_";
    /** A hundred years: more than anybody means, and short enough to be counted in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Map<String, String> environment;
    private final Catalogue catalogue = Catalogue.load();
    private final Set<String> asked = new TreeSet<>();
    private final Set<String> prefixes = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();

    public SettingsReader(Map<String, String> environment) {
        this.environment = new TreeMap<>(environment);
    }

    public String text(String key, String fallback) {
        String value = optional(key);
        return value == null ? fallback : value;
    }

    public @Nullable String optional(String key) {
        asked.add(key);
        String value = environment.get(key);
        return value == null || value.isBlank() ? null : value.strip();
    }

    /** The value; where it is missing, a problem and "". */
    public String required(String key) {
        String value = optional(key);
        if (value == null) {
            problem(key, "is missing");
            return "";
        }
        return value;
    }

    /** A whole number from {@code min} to {@code max}. */
    public int integer(String key, int fallback, int min, int max) {
        String value = optional(key);
        if (value == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, as a number out of range is
        }
        return refuse(key, value, "a whole number from " + min + " to " + max, fallback);
    }

    /** "true" or "false", in any case. */
    public boolean flag(String key, boolean fallback) {
        String value = optional(key);
        if (value == null) {
            return fallback;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> refuse(key, value, "true or false", fallback);
        };
    }

    public Path path(String key, Path fallback) {
        String value = optional(key);
        if (value == null) {
            return fallback;
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            return refuse(key, value, "a path (" + e.getReason() + ")", fallback);
        }
    }

    /** ISO-8601, or a number with ms, s, m, h or d. */
    public Duration duration(String key, Duration fallback) {
        String value = optional(key);
        if (value == null) {
            return fallback;
        }
        return Durations.parse(value)
                .filter(duration -> !duration.isNegative() && duration.compareTo(LONGEST) <= 0)
                .orElseGet(() -> refuse(key, value, "a length of time such as 500ms, 2s, 5m or PT2S", fallback));
    }

    /** As {@link #duration}, but not zero: nothing would ever be done in time. */
    public Duration limit(String key, Duration fallback) {
        Duration limit = duration(key, fallback);
        return limit.isZero()
                ? refuse(key, text(key, ""), "a length of time in which anything could be done", fallback)
                : limit;
    }

    /** Names of {@code type} in any case, separated by commas. */
    public <E extends Enum<E>> Set<E> choices(String key, Class<E> type, Set<E> fallback) {
        String value = optional(key);
        if (value == null) {
            return fallback;
        }
        Set<E> chosen = EnumSet.noneOf(type);
        for (String name : value.split(",", -1)) {
            try {
                chosen.add(Enum.valueOf(type, name.strip().toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                return refuse(key, value, "one or more of " + names(type) + ", separated by commas", fallback);
            }
        }
        return chosen;
    }

    /**
     * A client's own settings: with prefix BROADSHEET_KAFKA_, BROADSHEET_KAFKA_SECURITY_PROTOCOL=SSL becomes
     * security.protocol=SSL. Values are passed as they stand.
     */
    public Map<String, String> passThrough(String prefix) {
        prefixes.add(prefix);
        Map<String, String> client = new TreeMap<>();
        environment.forEach((key, value) -> {
            if (key.startsWith(prefix) && key.length() > prefix.length() && !value.isBlank()) {
                client.put(
                        key.substring(prefix.length()).toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return client;
    }

    /** Notes what is wrong with a key, as the rest of a sentence that begins with the key. */
    public void problem(String key, String message) {
        problems.add(key + " " + message);
    }

    /** Throws {@link SettingsException} if anything was noted or any key is unknown. */
    public void finish() {
        List<String> all = new ArrayList<>(problems);
        environment.keySet().stream()
                .filter(key -> key.startsWith(OURS) && !isKnown(key))
                .forEach(key -> all.add(unknown(key)));
        if (!all.isEmpty()) {
            throw new SettingsException(all);
        }
    }

    private boolean isKnown(String key) {
        return asked.contains(key) || catalogue.knows(key) || prefixes.stream().anyMatch(key::startsWith);
    }

    private String unknown(String key) {
        return key + " is not a setting"
                + catalogue
                        .nearest(key, asked.stream())
                        .map(near -> "; did you mean " + near + "?")
                        .orElse("");
    }

    private <T> T refuse(String key, String value, String wanted, T fallback) {
        problem(key, "is " + Secrets.shown(key, value) + ", not " + wanted);
        return fallback;
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }
}
