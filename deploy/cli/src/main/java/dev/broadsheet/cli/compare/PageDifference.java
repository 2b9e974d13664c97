package dev.broadsheet.cli.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a page would change. Component names are those of the JSON document.
 *
 * @param failure why it cannot be split or read any more, null where it can; everything else is empty then
 * @param record whether the page's own record (head, lines, furniture, confidence) would change
 */
public record PageDifference(
        String pageId,
        String issueId,
        String fileName,
        @Nullable String failure,
        boolean record,
        Articles articles,
        Change<FoundName> entities,
        Change<FoundFigure> metrics) {

    /** Articles by what would become of them. */
    public record Articles(List<Named> added, List<Changed> changed, List<Named> gone, int unchanged) {}

    public record Named(String articleId, @Nullable String title) {}

    /** {@code what} are the parts that differ. */
    public record Changed(String articleId, @Nullable String title, List<String> what) {}

    /** What would be found that was not, and the other way round; as often as it is found. */
    public record Change<T>(List<T> gained, List<T> lost) {}

    /** Articles by id, those that stand and those of the present splitter and extractors. */
    public static PageDifference between(
            String pageId,
            String issueId,
            String fileName,
            boolean record,
            Collection<ArticleImprint> standing,
            Collection<ArticleImprint> present) {
        return new PageDifference(
                pageId,
                issueId,
                fileName,
                null,
                record,
                articles(standing, present),
                change(
                        standing.stream()
                                .flatMap(article -> article.names().stream())
                                .toList(),
                        present.stream()
                                .flatMap(article -> article.names().stream())
                                .toList()),
                change(
                        standing.stream()
                                .flatMap(article -> article.figures().stream())
                                .toList(),
                        present.stream()
                                .flatMap(article -> article.figures().stream())
                                .toList()));
    }

    /** Of a page that would become a dead letter. */
    public static PageDifference failed(String pageId, String issueId, String fileName, String failure) {
        return new PageDifference(
                pageId,
                issueId,
                fileName,
                failure,
                false,
                new Articles(List.of(), List.of(), List.of(), 0),
                new Change<>(List.of(), List.of()),
                new Change<>(List.of(), List.of()));
    }

    /** Whether the same records would come again. */
    public boolean unchanged() {
        return failure == null
                && !record
                && articles.added().isEmpty()
                && articles.changed().isEmpty()
                && articles.gone().isEmpty();
    }

    private static Articles articles(Collection<ArticleImprint> standing, Collection<ArticleImprint> present) {
        Map<String, ArticleImprint> gone = new LinkedHashMap<>();
        standing.forEach(article -> gone.put(article.articleId(), article));
        List<Named> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        int unchanged = 0;
        for (ArticleImprint now : present) {
            ArticleImprint before = gone.remove(now.articleId());
            List<String> what = before == null ? List.of() : before.differences(now);
            if (before == null) {
                added.add(named(now));
            } else if (what.isEmpty()) {
                unchanged++;
            } else {
                changed.add(new Changed(now.articleId(), now.title(), what));
            }
        }
        return new Articles(
                added,
                changed,
                gone.values().stream().map(PageDifference::named).toList(),
                unchanged);
    }

    private static Named named(ArticleImprint article) {
        return new Named(article.articleId(), article.title());
    }

    private static <T> Change<T> change(List<T> before, List<T> now) {
        return new Change<>(without(now, before), without(before, now));
    }

    /** Those of the list that the other does not have, or not as often. */
    private static <T> List<T> without(List<T> list, List<T> other) {
        Map<T, Integer> left = new LinkedHashMap<>();
        other.forEach(item -> left.merge(item, 1, Integer::sum));
        List<T> rest = new ArrayList<>();
        for (T item : list) {
            if (left.merge(item, -1, Integer::sum) < 0) {
                rest.add(item);
            }
        }
        return rest;
    }
}
