package dev.broadsheet.enrich.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was found in one article; entities and metrics in reading order.
 *
 * @param region the place the article is about, as the article names it
 * @param leftOut how much more was found than one article may report
 */
public record Extraction(
        @Nullable String region,
        List<EntityMention> entities,
        List<MetricMention> metrics,
        List<String> keywords,
        LeftOut leftOut) {
    public Extraction {
        entities = List.copyOf(entities);
        metrics = List.copyOf(metrics);
        keywords = List.copyOf(keywords);
    }
}
