package dev.broadsheet.ingest.split;

import java.util.List;

/**
 * A page split into articles and furniture. Every character that is not white space stands in exactly one block of either.
 * Articles are ordered by first line. `confidence` is the mean of the articles' weighted by their lines, 0 for a page without any.
 */
public record SplitPage(
        PageHead head, List<Line> lines, List<SplitArticle> articles, List<Block> furniture, double confidence) {
    public SplitPage {
        lines = List.copyOf(lines);
        articles = List.copyOf(articles);
        furniture = List.copyOf(furniture);
    }
}
