package dev.broadsheet.enrich.link;

import dev.broadsheet.enrich.extract.LeftOut;
import dev.broadsheet.enrich.extract.MetricMention;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that was found in one article, names linked; entities and metrics in reading order. */
public record LinkedArticle(
        @Nullable LinkedRegion region,
        List<LinkedEntity> entities,
        List<MetricMention> metrics,
        List<String> keywords,
        LeftOut leftOut) {
    public LinkedArticle {
        entities = List.copyOf(entities);
        metrics = List.copyOf(metrics);
        keywords = List.copyOf(keywords);
    }
}
