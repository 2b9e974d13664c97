package dev.broadsheet.enrich.check;

import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.SourceBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Compares the figures of one article with one another. A pure function that takes time linear in text and figures: what is compared in pairs is a sentence's
 * figures, or bounded in number.
 */
public final class ArticleChecker {
    private ArticleChecker() {}

    /** What the checks of the article come to; {@code metrics} are what was found in it, in reading order. */
    public static Checked check(SourceArticle article, List<MetricMention> metrics) {
        List<Comparison> found = new ArrayList<>();
        YearCheck years = new YearCheck();
        byBlock(metrics).forEach((block, indexes) -> {
            String text = article.blocks().get(block).text();
            for (PrintedSentence sentence : PrintedSentence.of(text, metrics, indexes)) {
                found.addAll(PartsCheck.of(sentence));
                found.addAll(GrowthCheck.of(sentence));
                years.add(sentence);
            }
        });
        found.addAll(years.comparisons());
        found.addAll(headlines(article, metrics));
        return new Checked(found);
    }

    private static List<Comparison> headlines(SourceArticle article, List<MetricMention> metrics) {
        HeadlineCheck check = new HeadlineCheck();
        for (int i = 0; i < metrics.size(); i++) {
            SourceBlock block = article.blocks().get(metrics.get(i).block());
            switch (block.role().toUpperCase(Locale.ROOT)) {
                case "TITLE", "SUBTITLE", "KICKER" -> check.add(i, metrics.get(i), true);
                case "BODY" -> check.add(i, metrics.get(i), false);
                default -> {}
            }
        }
        return check.comparisons();
    }

    private static Map<Integer, List<Integer>> byBlock(List<MetricMention> metrics) {
        Map<Integer, List<Integer>> blocks = new TreeMap<>();
        for (int i = 0; i < metrics.size(); i++) {
            blocks.computeIfAbsent(metrics.get(i).block(), block -> new ArrayList<>())
                    .add(i);
        }
        return blocks;
    }
}
