package dev.broadsheet.sink.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article in one version of its page, whole: it replaces what the store holds under its id. A retracted one is not
 * current and carries the reason; it has neither blocks nor findings.
 */
public record StoredArticle(
        String articleId,
        String pageId,
        Version version,
        boolean current,
        @Nullable String retractionReason,
        @Nullable String supersededBy,
        Origin origin,
        Imprint imprint,
        int ordinal,
        int pageArticles,
        Heading heading,
        List<Credit> bylines,
        List<TextBlock> blocks,
        Findings findings,
        double confidence,
        boolean incomplete,
        String extractor)
        implements Change {

    /** Kind and the lines above the text. */
    public record Heading(
            String kind,
            @Nullable String section,
            @Nullable String kicker,
            @Nullable String title,
            @Nullable String subtitle) {}

    /** Someone the article credits. */
    public record Credit(String role, String name) {}

    /** What was found in it, and by which version of the extractor. */
    public record Findings(
            @Nullable String regionName,
            @Nullable String regionCode,
            @Nullable String regionPath,
            List<String> keywords,
            List<StoredEntity> entities,
            List<StoredMetric> metrics,
            String extractor) {}
}
