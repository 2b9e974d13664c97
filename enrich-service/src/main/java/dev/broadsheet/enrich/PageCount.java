package dev.broadsheet.enrich;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.PageProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Counts which articles of a page's newest version are done. */
final class PageCount {
    private PageCount() {}

    /** Counts this article in; true when it is the one that completes its page, and never again for the same version. */
    static boolean complete(KeyValueStore<String, PageProgress> store, Article article) {
        @Nullable PageProgress known = store.get(article.getPageId());
        int order = known == null ? 1 : Ids.VERSION_ORDER.compare(article.getVersion(), known.getVersion());
        if (order < 0) {
            return false;
        }
        List<Integer> done = known == null || order > 0 ? new ArrayList<>() : new ArrayList<>(known.getDone());
        int place = Collections.binarySearch(done, article.getOrdinal());
        if (place >= 0) {
            return false;
        }
        done.add(-place - 1, article.getOrdinal());
        store.put(article.getPageId(), new PageProgress(article.getVersion(), done));
        return done.size() == article.getPageArticles();
    }
}
