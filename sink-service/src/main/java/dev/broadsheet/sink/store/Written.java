package dev.broadsheet.sink.store;

import java.util.List;

/**
 * What a batch did. Changes = pages + articles + projects + receipts + latest + letters + feeds + unchanged + refused; unchanged are those that the store already
 * held in the same or a newer version. Latest are newest figures of series that were new, changed or deleted.
 */
public record Written(
        int pages,
        int articles,
        int projects,
        int receipts,
        int latest,
        int letters,
        int feeds,
        int unchanged,
        int refused,
        int entities,
        int metrics,
        List<CompletedPage> completed) {}
