package dev.broadsheet.enrich.extract;

import java.util.Map;

/**
 * An article and all its names, as a person marked them.
 *
 * @param page the page it stands on, or the file of marked text and its number there
 * @param printed false where it was written to learn from
 * @param names every distinct name and its type; white space in a name counts for nothing
 */
public record LabelledArticle(String page, boolean printed, SourceArticle article, Map<String, EntityType> names) {
    public LabelledArticle {
        names = Map.copyOf(names);
    }
}
