package dev.broadsheet.enrich.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that was found in one article; entities and metrics in reading order. */
public record Extraction(
        @Nullable Region region, List<EntityMention> entities, List<MetricMention> metrics, List<String> keywords) {
    public Extraction {
        entities = List.copyOf(entities);
        metrics = List.copyOf(metrics);
        keywords = List.copyOf(keywords);
    }
}
