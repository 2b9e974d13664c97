package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.store.Partition;
import dev.broadsheet.sink.store.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** What a store holds, read only. Throws {@link dev.broadsheet.sink.store.StoreUnavailableException} while it does not answer. One thread. */
public interface StoreContents {
    /** A page's row. */
    record PageRow(String pageId, Version version, boolean current, boolean complete) {}

    /** An article's row, and how many entities and figures belong to it. */
    record ArticleRow(String articleId, String pageId, Version version, boolean current, int entities, int metrics) {}

    /** Name of the store, as receipts have it. */
    String name();

    /** Next offset that the store will take of each partition; topics without prefix. */
    Map<Partition, Long> offsets();

    List<PageRow> pages(Collection<String> pageIds);

    /** Retracted ones too. */
    List<ArticleRow> articles(Collection<String> pageIds);

    /** Ids of all pages that the store has a page or a current article of, received at {@code since} or later. */
    void pageIds(Instant since, Consumer<String> pageIds);
}
