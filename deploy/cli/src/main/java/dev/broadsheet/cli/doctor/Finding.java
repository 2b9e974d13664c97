package dev.broadsheet.cli.doctor;

import org.jspecify.annotations.Nullable;

/** One line of the doctor's report. {@code mend} says what to do; null where there is nothing to do. */
public record Finding(
        Level level,
        String subject,
        String finding,
        @Nullable String mend) {}
