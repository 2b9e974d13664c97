package dev.broadsheet.ingest.feed;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a file's name tells of the page in it; null where it tells nothing. */
public record FileHints(
        @Nullable String publication,
        @Nullable LocalDate issueDate,
        @Nullable String edition,
        @Nullable String page) {
    static final FileHints NONE = new FileHints(null, null, null, null);
}
