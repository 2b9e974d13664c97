package dev.broadsheet.enrich.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the documents in which each clue is seen. Documents come one after the other. Not thread-safe. */
final class ClueDocuments {
    private static final class Count {
        private String last = "";
        private int documents;
    }

    private final Map<Long, Count> counts = new HashMap<>();

    void note(long[] clues, String document) {
        for (long clue : clues) {
            Count count = counts.computeIfAbsent(clue, any -> new Count());
            if (!count.last.equals(document)) {
                count.last = document;
                count.documents++;
            }
        }
    }

    List<Long> inAtLeast(int documents) {
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue().documents >= documents)
                .map(Map.Entry::getKey)
                .toList();
    }
}
