package dev.broadsheet.enrich.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the checks of one article came to. */
public final class Checked {
    private final List<Comparison> comparisons;
    private final Map<Integer, Map<Check, SortedSet<Integer>>> conflicts = new TreeMap<>();

    Checked(List<Comparison> comparisons) {
        this.comparisons = List.copyOf(comparisons);
        for (Comparison comparison : comparisons) {
            if (!comparison.agrees()) {
                for (int other : comparison.against()) {
                    put(comparison.check(), comparison.figure(), other);
                    put(comparison.check(), other, comparison.figure());
                }
            }
        }
    }

    /** Every comparison that was made. */
    public List<Comparison> comparisons() {
        return comparisons;
    }

    /** What the metric with this index is at odds with; one flag for each check, mostly none. */
    public List<Flag> flags(int metric) {
        List<Flag> flags = new ArrayList<>();
        conflicts
                .getOrDefault(metric, Map.of())
                .forEach((check, others) -> flags.add(new Flag(check, List.copyOf(others))));
        return flags;
    }

    private void put(Check check, int figure, int other) {
        conflicts
                .computeIfAbsent(figure, key -> new TreeMap<>())
                .computeIfAbsent(check, key -> new TreeSet<>())
                .add(other);
    }
}
