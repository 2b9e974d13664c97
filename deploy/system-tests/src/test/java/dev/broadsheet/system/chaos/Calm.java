package dev.broadsheet.system.chaos;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.enrich.CalmEnrich;
import dev.broadsheet.ingest.CalmSplit;
import java.util.HashMap;
import java.util.Map;

/** What a calm run makes of the same bytes, computed by the pure cores alone and remembered. One thread. */
final class Calm {
    private final CalmSplit split = new CalmSplit();
    private final CalmEnrich enrich = new CalmEnrich();
    private final Map<String, SplitResult> results = new HashMap<>();
    private final Map<String, EnrichedArticle> enriched = new HashMap<>();

    SplitResult split(RawIssue issue, String extractor) {
        return results.computeIfAbsent(issue.getIssueId(), unused -> split.of(issue, extractor));
    }

    EnrichedArticle enrich(Article article, String extractor) {
        return enriched.computeIfAbsent(article.getArticleId(), unused -> enrich.of(article, extractor));
    }
}
