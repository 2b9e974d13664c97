package dev.broadsheet.sink.store;

import java.util.List;

/**
 * What a batch did. Changes = pages + articles + receipts + unchanged + refused; unchanged are those that the store already
 * held in the same or a newer version.
 */
public record Written(
        int pages,
        int articles,
        int receipts,
        int unchanged,
        int refused,
        int entities,
        int metrics,
        List<CompletedPage> completed) {}
