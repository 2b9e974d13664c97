package dev.broadsheet.ingest.split;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Of articles with about the same stated confidence, how many have exactly the lines they are labelled with. */
public final class Reliability {
    private static final int CLASSES = 10;
    private final Map<String, Tally> tallies = new TreeMap<>();

    private static final class Tally {
        private int articles;
        private int exact;
        private double stated;
    }

    Reliability() {}

    void add(String kind, LabelledPage page, SplitPage split) {
        Set<Set<Integer>> labelled = labelled(page);
        for (SplitArticle article : split.articles()) {
            Set<Integer> lines = new HashSet<>();
            article.blocks().forEach(block -> lines.addAll(block.lines()));
            int tenth = (int) Math.min(CLASSES - 1, article.confidence() * CLASSES);
            Tally tally = tallies.computeIfAbsent(kind + "\t0." + tenth, key -> new Tally());
            tally.articles++;
            tally.exact += labelled.contains(lines) ? 1 : 0;
            tally.stated += article.confidence();
        }
    }

    private static Set<Set<Integer>> labelled(LabelledPage page) {
        Map<Integer, Set<Integer>> articles = new HashMap<>();
        page.byNumber().forEach((number, line) -> {
            if (line.article() != 0) {
                articles.computeIfAbsent(line.article(), article -> new HashSet<>())
                        .add(number);
            }
        });
        return new HashSet<>(articles.values());
    }

    /** Tab separated: kind of page, lower end of the class of confidence, its mean, articles, the share of them that is exact. */
    public String table() {
        StringBuilder table = new StringBuilder("pages\tfrom\tmean\tarticles\texact\n");
        tallies.forEach((key, tally) -> table.append(String.format(
                Locale.ROOT,
                "%s\t%.2f\t%d\t%.2f%n",
                key,
                tally.stated / tally.articles,
                tally.articles,
                (double) tally.exact / tally.articles)));
        return table.toString();
    }
}
