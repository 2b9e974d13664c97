package dev.broadsheet.ingest.split;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the page says of itself in its running head; null where it says nothing. */
public record PageHead(
        @Nullable String publication,
        @Nullable LocalDate issueDate,
        @Nullable String page) {}
