package dev.broadsheet.enrich.extract;

import java.util.Collection;
import java.util.List;
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

    /** The printed page of that name; if there is none, all whose names start so. */
    public static List<String> pages(Collection<LabelledArticle> articles, String name) {
        List<String> all = articles.stream()
                .filter(LabelledArticle::printed)
                .map(LabelledArticle::page)
                .distinct()
                .toList();
        return all.contains(name)
                ? List.of(name)
                : all.stream().filter(page -> page.startsWith(name)).toList();
    }
}
