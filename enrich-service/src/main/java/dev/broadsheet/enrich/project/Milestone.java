package dev.broadsheet.enrich.project;

import dev.broadsheet.enrich.extract.Status;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stage that has been reached (ACTUAL) or is planned (TARGET).
 *
 * @param when as the text writes it, null where it does not
 * @param day where that carries year, month and day
 * @param evidence the words that say so, the date among them where it stands in the same breath
 */
public record Milestone(
        ProjectStage stage,
        Status status,
        @Nullable String when,
        @Nullable LocalDate day,
        Passage evidence) {}
