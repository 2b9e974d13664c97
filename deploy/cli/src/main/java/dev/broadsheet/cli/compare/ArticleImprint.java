package dev.broadsheet.cli.compare;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.sink.repair.Fingerprint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an enriched article to compare it with another: a hash of each part, so that thousands of articles fit in
 * memory, and what is told when they differ. Versions of page and extractor are left out: they always differ.
 */
public record ArticleImprint(
        String articleId,
        @Nullable String title,
        Map<String, String> parts,
        List<FoundName> names,
        List<FoundFigure> figures) {

    public static ArticleImprint of(EnrichedArticle enriched) {
        Article article = enriched.getArticle();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("kind", Fingerprint.of(article.getKind(), article.getIncomplete()));
        parts.put(
                "headlines",
                Fingerprint.of(article.getSection(), article.getKicker(), article.getTitle(), article.getSubtitle()));
        parts.put("bylines", Fingerprint.of(article.getBylines()));
        parts.put("text", Fingerprint.of(article.getBlocks()));
        parts.put(
                "head",
                Fingerprint.of(
                        article.getPublication(), article.getIssueDate(), article.getEdition(), article.getPage()));
        parts.put("order", Fingerprint.of(article.getOrdinal(), article.getPageArticles()));
        parts.put("region", Fingerprint.of(enriched.getRegion()));
        parts.put("entities", Fingerprint.of(enriched.getEntities(), enriched.getEntitiesLeftOut()));
        parts.put(
                "metrics",
                Fingerprint.of(
                        enriched.getMetrics().stream()
                                .map(metric -> unversioned(metric, article))
                                .toList(),
                        enriched.getMetricsLeftOut()));
        parts.put("keywords", Fingerprint.of(enriched.getKeywords()));
        parts.put("confidence", Fingerprint.of(article.getConfidence()));
        return new ArticleImprint(
                article.getArticleId(),
                article.getTitle(),
                parts,
                enriched.getEntities().stream().map(FoundName::of).toList(),
                enriched.getMetrics().stream().map(FoundFigure::of).toList());
    }

    /** Parts that differ, in a fixed order. */
    List<String> differences(ArticleImprint other) {
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().equals(other.parts.get(part.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Metric unversioned(Metric metric, Article article) {
        return Metric.newBuilder(metric)
                .setVersion(PageVersion.newBuilder(article.getVersion())
                        .setGeneration(0L)
                        .build())
                .setExtractor("")
                .build();
    }
}
