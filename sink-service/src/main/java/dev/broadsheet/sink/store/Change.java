package dev.broadsheet.sink.store;

/** What one record of a topic asks of a store. */
public sealed interface Change
        permits StoredPage,
                StoredArticle,
                StoredReceipt,
                LastRecord,
                Retried,
                StoredLetter,
                StoredFeed,
                StoredFeedControl,
                Refused {}
