package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.reconcile.Fact.LetterFact;
import dev.broadsheet.sink.store.Version;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dead letters, each in its last state. One thread. */
final class Letters {
    private static final String REPLAYED = "REPLAYED";

    private final Map<String, LetterFact> byId = new HashMap<>();
    private final Map<String, Map<String, LetterFact>> byRecord = new HashMap<>();

    void accept(LetterFact letter) {
        byId.put(letter.id(), letter);
        if (letter.key() != null) {
            byRecord.computeIfAbsent(record(letter.stage(), letter.key()), key -> new HashMap<>())
                    .put(letter.id(), letter);
        }
    }

    boolean contains(String id) {
        return byId.containsKey(id);
    }

    /** Whether the stage gave this record up, and it still lies there or was discarded. Without a version: any version of it. */
    boolean hold(String stage, String key, @Nullable Version version) {
        return any(stage, key, version, false);
    }

    /** Whether the stage was given this record once more. */
    boolean replayed(String stage, String key, @Nullable Version version) {
        return any(stage, key, version, true);
    }

    private boolean any(String stage, String key, @Nullable Version version, boolean replayed) {
        return byRecord.getOrDefault(record(stage, key), Map.of()).values().stream()
                .anyMatch(letter -> letter.state().equals(REPLAYED) == replayed
                        && (version == null || letter.version() == null || version.equals(letter.version())));
    }

    private static String record(String stage, String key) {
        return stage + "\n" + key;
    }
}
