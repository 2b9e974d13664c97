package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.reconcile.Fact.LetterFact;
import dev.broadsheet.sink.store.Version;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The dead letters, each in its last state. One thread. */
final class Letters {
    private static final String REPLAYED = "REPLAYED";

    private final Map<String, LetterFact> byId = new HashMap<>();
    private final Map<Work, Map<String, LetterFact>> byWork = new HashMap<>();
    /** How often each letter was replayed that writes once more what had been written. */
    private final Map<String, Integer> repeats = new HashMap<>();

    void accept(LetterFact letter) {
        byId.put(letter.id(), letter);
        for (Work work : letter.about()) {
            byWork.computeIfAbsent(work, key -> new HashMap<>()).put(letter.id(), letter);
        }
        if (isReplayed(letter) && letter.partlyWritten()) {
            repeats.merge(letter.id(), 1, Integer::sum);
        }
    }

    boolean contains(String id) {
        return byId.containsKey(id);
    }

    /** Whether the stage gave up such a record, and its letter still lies there or was discarded. */
    boolean hold(Work work, Predicate<@Nullable Version> version) {
        return any(work, letter -> !isReplayed(letter) && version.test(letter.version()));
    }

    /** Whether the stage was given such a record once more. */
    boolean replayed(Work work, Predicate<@Nullable Version> version) {
        return any(work, letter -> isReplayed(letter) && version.test(letter.version()));
    }

    /** How often the results of the record were written once more because they had been written in part. */
    int repeats(Work work, Version version) {
        return byWork.getOrDefault(work, Map.of()).values().stream()
                .filter(letter -> version.equals(letter.version()))
                .mapToInt(letter -> repeats.getOrDefault(letter.id(), 0))
                .sum();
    }

    private boolean any(Work work, Predicate<LetterFact> test) {
        return byWork.getOrDefault(work, Map.of()).values().stream().anyMatch(test);
    }

    private static boolean isReplayed(LetterFact letter) {
        return letter.state().equals(REPLAYED);
    }
}
