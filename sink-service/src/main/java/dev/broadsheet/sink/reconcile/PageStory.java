package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.reconcile.Fact.ArticleFact;
import dev.broadsheet.sink.reconcile.Fact.EnrichedFact;
import dev.broadsheet.sink.reconcile.Fact.MetricFact;
import dev.broadsheet.sink.reconcile.Fact.PageFact;
import dev.broadsheet.sink.reconcile.StoreContents.ArticleRow;
import dev.broadsheet.sink.reconcile.StoreContents.PageRow;
import dev.broadsheet.sink.store.Version;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All that is known of one page: the last record of every key, and the store's rows. One thread. */
final class PageStory {
    private final String pageId;
    private final int partition;
    private final Last<PageFact> page = new Last<>();
    private final Map<String, ArticleStory> articles = new TreeMap<>();
    private @Nullable PageRow row;

    PageStory(String pageId, int partition) {
        this.pageId = pageId;
        this.partition = partition;
    }

    /** The part of one article. */
    static final class ArticleStory {
        final Last<ArticleFact> split = new Last<>();
        final Last<EnrichedFact> enriched = new Last<>();
        /** By the part of the metricId that follows the articleId. */
        final Map<String, Standing> metrics = new HashMap<>();

        @Nullable
        ArticleRow row;
    }

    /** A metric's last record, and how often it was written. */
    record Standing(Version version, boolean current, int copies) {
        boolean is(Version wanted, boolean standing) {
            return current == standing && version.equals(wanted);
        }
    }

    String pageId() {
        return pageId;
    }

    int partition() {
        return partition;
    }

    Last<PageFact> page() {
        return page;
    }

    @Nullable
    PageRow row() {
        return row;
    }

    Set<String> articleIds() {
        return articles.keySet();
    }

    /** Whether any topic tells of its articles. */
    boolean hasRecords() {
        return articles.values().stream()
                .anyMatch(article -> article.split.fact() != null || article.enriched.fact() != null);
    }

    ArticleStory article(String articleId) {
        return articles.computeIfAbsent(articleId, id -> new ArticleStory());
    }

    void accept(PageFact fact) {
        page.accept(fact);
    }

    void accept(ArticleFact fact) {
        article(fact.articleId()).split.accept(fact);
    }

    void accept(EnrichedFact fact) {
        article(fact.articleId()).enriched.accept(fact);
    }

    void accept(MetricFact fact) {
        ArticleStory article = article(fact.articleId());
        article.metrics.merge(
                suffix(fact.metricId(), fact.articleId()),
                new Standing(fact.version(), fact.current(), 1),
                (before, now) -> before.is(now.version(), now.current())
                        ? new Standing(now.version(), now.current(), before.copies() + 1)
                        : now);
    }

    /** Puts the store's rows in the place of those of an earlier look. */
    void rows(@Nullable PageRow pageRow, Collection<ArticleRow> articleRows) {
        row = pageRow;
        articles.values().forEach(article -> article.row = null);
        articleRows.forEach(article -> article(article.articleId()).row = article);
    }

    static String suffix(String metricId, String articleId) {
        return metricId.startsWith(articleId) ? metricId.substring(articleId.length()) : metricId;
    }
}
