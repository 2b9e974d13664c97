package dev.broadsheet.enrich.extract;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a time is resolved against.
 *
 * @param issueDate printed date, null where unknown
 * @param year the year that the text named shortly before, null where none; {@code month} likewise
 */
record PeriodAnchor(
        @Nullable LocalDate issueDate,
        @Nullable Integer year,
        @Nullable Integer month) {
    private static final int CENTURY = 100;
    /** So many years ahead plans go. */
    private static final int PLANNED_YEARS = 20;

    /** Of an article: its issue date; without one the year of its headlines, if they name one and only one. */
    static PeriodAnchor of(SourceArticle article, List<Sentence> sentences) {
        return new PeriodAnchor(
                article.issueDate(), article.issueDate() == null ? headlineYear(sentences) : null, null);
    }

    private static @Nullable Integer headlineYear(List<Sentence> sentences) {
        Set<Integer> years = sentences.stream()
                .filter(sentence -> sentence.flat().isHeadline())
                .flatMap(sentence -> Periods.find(sentence.text(), sentence.start(), sentence.end()).stream())
                .map(WrittenPeriod::meaning)
                .filter(meaning -> meaning.scope() == PeriodMeaning.Scope.WITHIN
                        && meaning.last().origin() == Stretch.Origin.YEAR
                        && meaning.last().part() != Stretch.Part.YEARS)
                .map(meaning -> meaning.last().number())
                .collect(Collectors.toSet());
        return years.size() == 1 ? years.iterator().next() : null;
    }

    /** The anchor of what follows this period: it names the year and month that later ones leave out. */
    PeriodAnchor after(WrittenPeriod period) {
        PeriodMeaning meaning = period.meaning();
        boolean names = meaning.scope() == PeriodMeaning.Scope.WITHIN || meaning.scope() == PeriodMeaning.Scope.UNTIL;
        return period.reach() != WrittenPeriod.Reach.SENTENCE || !names ? this : after(meaning.last());
    }

    private PeriodAnchor after(Stretch stretch) {
        Integer named = yearOf(stretch);
        boolean years = stretch.part() == Stretch.Part.YEARS || stretch.part() == Stretch.Part.DECADE;
        if (years || (named == null && stretch.origin() != Stretch.Origin.UNTOLD)) {
            return this;
        }
        int of = stretch.part() == Stretch.Part.MONTHS && stretch.first() == stretch.last()
                ? stretch.first()
                : stretch.month();
        return new PeriodAnchor(issueDate, named == null ? year : named, of == 0 ? null : Integer.valueOf(of));
    }

    /** The year that a stretch names itself; null where it leaves that to the context. */
    @Nullable
    Integer yearOf(Stretch stretch) {
        return switch (stretch.origin()) {
            case YEAR -> stretch.number();
            case SHORT_YEAR -> issueDate == null ? null : ofTwoDigits(stretch.number(), issueDate.getYear());
            case ISSUE_CENTURY ->
                issueDate == null
                        ? null
                        : Integer.valueOf(
                                (issueDate.getYear() / CENTURY + stretch.number()) * CENTURY + stretch.first());
            case ISSUE_YEAR -> issueDate == null ? null : Integer.valueOf(issueDate.getYear() + stretch.number());
            case TOLD_YEAR -> year != null ? year : issueDate == null ? null : Integer.valueOf(issueDate.getYear());
            default -> null;
        };
    }

    /** The last year of these digits; null where it may as well be the next one, which a plan names. */
    private static @Nullable Integer ofTwoDigits(int digits, int issue) {
        int last = issue - Math.floorMod(issue - digits, CENTURY);
        return last + CENTURY - issue <= PLANNED_YEARS ? null : Integer.valueOf(last);
    }
}
