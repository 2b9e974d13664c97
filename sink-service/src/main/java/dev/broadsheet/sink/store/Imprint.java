package dev.broadsheet.sink.store;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where something was printed, as far as it is known. */
public record Imprint(
        @Nullable String publication,
        @Nullable LocalDate issueDate,
        @Nullable String edition,
        @Nullable String page) {}
