package dev.broadsheet.enrich.check;

import dev.broadsheet.enrich.extract.Extractor;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.SourceBlock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Articles of 20 January 2024, read by one extractor for all tests, because its vocabularies take a second to load. */
final class Articles {
    private static final Extractor EXTRACTOR = Extractor.create();

    private Articles() {}

    static SourceArticle titled(String title, String... bodies) {
        List<SourceBlock> blocks = new ArrayList<>();
        if (!title.isEmpty()) {
            blocks.add(new SourceBlock("TITLE", title));
        }
        for (String body : bodies) {
            blocks.add(new SourceBlock("BODY", body));
        }
        return new SourceArticle("NEWS", null, null, title, null, List.of(), blocks, LocalDate.of(2024, 1, 20), null);
    }

    static List<MetricMention> metrics(SourceArticle article) {
        return EXTRACTOR.extract(article).metrics();
    }

    /** What was compared, as {@code 390套 ≠ 185套 206套}; comparisons of other checks are left out. */
    static List<String> compared(Check check, SourceArticle article) {
        List<MetricMention> metrics = metrics(article);
        return ArticleChecker.check(article, metrics).comparisons().stream()
                .filter(comparison -> comparison.check() == check)
                .map(comparison -> words(comparison, metrics))
                .toList();
    }

    private static String words(Comparison comparison, List<MetricMention> metrics) {
        StringBuilder words = new StringBuilder(metrics.get(comparison.figure()).rawValue());
        words.append(comparison.agrees() ? " =" : " ≠");
        comparison
                .against()
                .forEach(other -> words.append(' ').append(metrics.get(other).rawValue()));
        return words.toString();
    }
}
