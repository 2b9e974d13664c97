package dev.broadsheet.ingest.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One feed as written in feeds.yaml, not yet checked. */
record FeedEntry(
        @Nullable String name,
        @Nullable String folder,
        @Nullable String publication,
        @Nullable String zone,
        @Nullable String pattern,
        @Nullable List<String> schedule,
        @Nullable String expect) {

    /** The file's only top-level key. */
    record File(@Nullable List<FeedEntry> feeds) {}
}
