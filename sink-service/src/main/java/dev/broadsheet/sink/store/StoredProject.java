package dev.broadsheet.sink.store;

import dev.broadsheet.sink.store.StoredMetric.Evidence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One project as its newest record has it: it replaces what the store holds under its id, whichever version that is of, since the records of
 * one project are read in the order they were written. One that no longer stands is removed.
 *
 * @param version of the newest article, or of what retracted the last one
 * @param sources what each article says, newest first
 */
public record StoredProject(
        String projectId,
        Version version,
        boolean current,
        @Nullable LocalDate issueDate,
        String name,
        @Nullable String placeCode,
        @Nullable String placePath,
        @Nullable Owner owner,
        String stage,
        List<Milestone> milestones,
        @Nullable Investment total,
        @Nullable Investment done,
        @Nullable Investment due,
        List<Source> sources)
        implements LastRecord {

    @Override
    public String source() {
        return PROJECTS;
    }

    @Override
    public String key() {
        return projectId;
    }

    /** A stretch of an article. */
    public record Passage(String articleId, Evidence words) {}

    /** The body behind it. */
    public record Owner(String name, String canonicalId, Passage evidence) {}

    /** A stage reached or planned; {@code when} as written. */
    public record Milestone(
            String stage,
            String status,
            @Nullable String when,
            @Nullable LocalDate day,
            Passage evidence) {}

    /** Money that goes into it; a range has ends instead of a value. */
    public record Investment(
            String kind,
            String metricId,
            @Nullable BigDecimal value,
            String currency,
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            String qualifier,
            String status,
            @Nullable String period,
            Passage evidence) {}

    /** What one article says. */
    public record Source(
            String articleId,
            String pageId,
            Version version,
            @Nullable String publication,
            @Nullable LocalDate issueDate,
            @Nullable String title,
            Passage mention,
            int mentions,
            @Nullable Owner owner,
            String stage,
            List<Milestone> milestones,
            List<Investment> investments,
            String extractor) {}
}
