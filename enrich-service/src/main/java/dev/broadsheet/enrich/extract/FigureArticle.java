package dev.broadsheet.enrich.extract;

import java.util.List;

/**
 * An article and all its figures, as a person read them.
 *
 * @param page the page it stands on, or the file of written articles and its number there
 * @param source whose labels they are
 */
public record FigureArticle(String page, LabelSource source, SourceArticle article, List<LabelledFigure> figures) {
    public FigureArticle {
        figures = List.copyOf(figures);
    }

    boolean printed() {
        return source != LabelSource.WRITTEN;
    }
}
