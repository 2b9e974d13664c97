package dev.broadsheet.enrich.extract;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the extractor reads: one article, its blocks in page order. Every offset it reports points into these blocks.
 * {@code publication} is the newspaper's name, where known.
 */
public record SourceArticle(
        String kind,
        @Nullable String section,
        @Nullable String kicker,
        @Nullable String title,
        @Nullable String subtitle,
        List<SourceByline> bylines,
        List<SourceBlock> blocks,
        @Nullable LocalDate issueDate,
        @Nullable String publication) {
    public SourceArticle {
        bylines = List.copyOf(bylines);
        blocks = List.copyOf(blocks);
    }
}
