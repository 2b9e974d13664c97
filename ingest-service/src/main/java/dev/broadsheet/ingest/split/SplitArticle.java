package dev.broadsheet.ingest.split;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One self-contained item of a page. Its blocks are in the order of their first lines; `confidence` (0 to 1) says how clearly its
 * borders and roles beat the next best reading of the page; `incomplete` that text is visibly missing.
 */
public record SplitArticle(
        int firstLine,
        Kind kind,
        @Nullable String section,
        @Nullable String kicker,
        @Nullable String title,
        @Nullable String subtitle,
        List<Byline> bylines,
        List<Block> blocks,
        double confidence,
        boolean incomplete) {
    public SplitArticle {
        bylines = List.copyOf(bylines);
        blocks = List.copyOf(blocks);
    }
}
