package dev.broadsheet.cli.view;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Pairs the articles of labels and split one to one: those that share most lines first, the earlier ones where that is equal. Pure. */
final class Alignment {
    private record Pair(int label, int article) {}

    private Alignment() {}

    /** Article of the split, from 1, by article of the labels; without what has no counterpart. `placed` is by page line. */
    static Map<Integer, Integer> of(Map<Integer, LineLabel> labels, Map<Integer, PlacedLine> placed) {
        Map<Pair, Integer> shared = new HashMap<>();
        labels.forEach((number, label) -> {
            PlacedLine line = placed.get(number);
            if (line != null && label.article() != 0 && line.article() != 0) {
                shared.merge(new Pair(label.article(), line.article()), 1, Integer::sum);
            }
        });
        Map<Integer, Integer> articles = new HashMap<>();
        Set<Integer> taken = new HashSet<>();
        for (Pair pair : byShared(shared)) {
            if (!articles.containsKey(pair.label()) && taken.add(pair.article())) {
                articles.put(pair.label(), pair.article());
            }
        }
        return articles;
    }

    private static List<Pair> byShared(Map<Pair, Integer> shared) {
        Comparator<Map.Entry<Pair, Integer>> mostShared = Map.Entry.comparingByValue(Comparator.reverseOrder());
        Comparator<Pair> earliest = Comparator.comparingInt(Pair::label).thenComparingInt(Pair::article);
        return shared.entrySet().stream()
                .sorted(mostShared.thenComparing(Map.Entry::getKey, earliest))
                .map(Map.Entry::getKey)
                .toList();
    }
}
