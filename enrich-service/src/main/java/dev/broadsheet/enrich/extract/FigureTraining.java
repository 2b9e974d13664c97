package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Learns what figures measure and whom they are about, from printed articles with labels and from those written for it. */
public final class FigureTraining {
    /** Smaller weights are not kept. */
    private static final float SMALLEST = 0.05f;

    private static final float UNIT = 100f;

    /** Of pages and written articles: what the figures of one group measure is told by what the others teach, in so many rounds. */
    private static final int GROUPS = 3;

    private static final int ROUNDS_OF_GROUP = 40;
    private static final int ROUNDS = 120;

    private final Divisions divisions = Divisions.load();
    private final Map<FigureArticle, FigureExamples> examples = new LinkedHashMap<>();

    public FigureTraining(List<FigureArticle> articles) {
        Extractor untaught = Extractor.with(divisions, FigureWeights.of(Map.of()));
        for (FigureArticle article : articles) {
            examples.put(article, new FigureExamples(divisions, untaught, article));
        }
    }

    /** The text of figure-weights.tsv, learned from everything. The same articles give the same text on any machine. */
    public String weights() {
        StringBuilder table = new StringBuilder("# clue\tweight\n");
        learned(page -> true)
                .forEach((clue, weight) -> table.append(FigureClue.name(clue))
                        .append('\t')
                        .append(String.format(Locale.ROOT, "%.2f", weight))
                        .append('\n'));
        return table.toString();
    }

    /** How well the figures of each printed page whose name starts so are read by what was learned without it. */
    public FigureScores leaveOneOut(String prefix) {
        FigureScores scores = new FigureScores();
        List<String> pages = examples.keySet().stream()
                .filter(FigureArticle::printed)
                .map(FigureArticle::page)
                .filter(page -> page.startsWith(prefix))
                .distinct()
                .toList();
        for (String page : pages) {
            FigureWeights weights = FigureWeights.of(learned(other -> !other.equals(page)));
            Extractor extractor = Extractor.with(divisions, weights);
            examples.keySet().stream()
                    .filter(article -> article.page().equals(page))
                    .forEach(article -> scores.add(
                            article, extractor.extract(article.article()).metrics()));
        }
        return scores;
    }

    /** With what is read of each figure by those who have not learned from its article: see {@link FigureExamples#by}. */
    private Map<Long, Float> learned(Predicate<String> pages) {
        List<ChoiceExample> chosen = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            int own = group;
            List<ChoiceExample> others = new ArrayList<>();
            each(pages, page -> group(page) != own, example -> others.addAll(example.byLabels()));
            FigureWeights weights = FigureWeights.of(learned(others, ROUNDS_OF_GROUP));
            each(pages, page -> group(page) == own, example -> chosen.addAll(example.by(weights)));
        }
        return learned(chosen, ROUNDS);
    }

    private void each(Predicate<String> pages, Predicate<String> group, Consumer<FigureExamples> told) {
        examples.forEach((article, own) -> {
            if (pages.test(article.page()) && group.test(article.page())) {
                told.accept(own);
            }
        });
    }

    private static int group(String page) {
        return Math.floorMod(page.hashCode(), GROUPS);
    }

    /** Rounded as in the file, so that what is measured is what the file would do. */
    private static Map<Long, Float> learned(List<ChoiceExample> examples, int rounds) {
        Map<Long, Float> kept = new TreeMap<>();
        new ChoiceLearner(examples).learn(rounds).forEach((clue, weight) -> {
            if (Math.abs(weight) >= SMALLEST) {
                kept.put(clue, Math.round(weight * UNIT) / UNIT);
            }
        });
        return kept;
    }
}
