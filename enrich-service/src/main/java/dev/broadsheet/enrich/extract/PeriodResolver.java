package dev.broadsheet.enrich.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * Finds the days of a written time. What leaves out its year is the latest of its name that is over by the day of the issue (or is
 * in its last month) where the figure has happened, and the next one where it is planned. Whatever text and issue date do not tell
 * stays open; nothing is guessed. Stateless.
 */
final class PeriodResolver {
    /** What is planned for 全年 so late in the year may be meant for the next one. */
    private static final int LATE_MONTH = 11;

    /** So many months ahead of the issue the start of something is announced. */
    private static final int ANNOUNCED_MONTHS = 3;
    /** So many months behind it a day by which something was done is the last of its name. */
    private static final int DONE_MONTHS = 6;

    private PeriodResolver() {}

    /**
     * @param status of the figure; {@code ACTUAL} also where the text does not tell, so that what is due by a day (6月底前) may lie
     *     ahead all the same
     */
    static Days resolve(WrittenPeriod period, PeriodAnchor anchor, Status status) {
        return period.deadline() && status == Status.ACTUAL
                ? due(period.meaning(), anchor)
                : resolve(period.meaning(), anchor, status);
    }

    /** The day of the issue's year while it is not over; then the one that is over, or nothing where that is long ago. */
    private static Days due(PeriodMeaning meaning, PeriodAnchor anchor) {
        Days ahead = resolve(meaning, anchor, Status.TARGET);
        LocalDate issue = anchor.issueDate();
        LocalDate to = ahead.to();
        boolean told = meaning.last().origin() != Stretch.Origin.UNTOLD || anchor.year() != null;
        if (issue == null || to == null || told || to.getYear() == issue.getYear()) {
            return ahead;
        }
        Days over = resolve(meaning, anchor, Status.ACTUAL);
        LocalDate last = over.to();
        return last != null && !last.isBefore(issue.minusMonths(DONE_MONTHS)) ? over : Days.UNKNOWN;
    }

    private static Days resolve(PeriodMeaning meaning, PeriodAnchor anchor, Status status) {
        if (meaning.scope() == PeriodMeaning.Scope.VAGUE) {
            return Days.UNKNOWN;
        }
        boolean starts = meaning.scope() == PeriodMeaning.Scope.FROM && status == Status.ACTUAL;
        Days days = starts ? starting(meaning, anchor) : stretch(meaning, anchor, status);
        return switch (meaning.scope()) {
            case SINCE -> since(days, meaning.first(), anchor.issueDate());
            case FROM -> new Days(days.from(), null);
            case UNTIL -> new Days(null, days.to());
            default -> days;
        };
    }

    /** 自3月1日起: reported or announced, so the day of the issue's year unless it is far ahead or the next year's is near. */
    private static Days starting(PeriodMeaning meaning, PeriodAnchor anchor) {
        LocalDate issue = anchor.issueDate();
        Stretch first = meaning.first();
        Stretch last = meaning.last();
        if (first.origin() != Stretch.Origin.UNTOLD || last.origin() != Stretch.Origin.UNTOLD || issue == null) {
            return stretch(meaning, anchor, Status.TARGET);
        }
        int month = first.needsMonth() && anchor.month() == null
                ? issue.getMonthValue()
                : anchor.month() == null ? 0 : anchor.month();
        if (anchor.year() != null) {
            return within(first, last, anchor.year(), month);
        }
        Days same = within(first, last, issue.getYear(), month);
        boolean nextYear = !first.needsMonth() && isNear(within(first, last, issue.getYear() + 1, month), issue);
        return isNear(same, issue) && !nextYear ? same : Days.UNKNOWN;
    }

    private static boolean isNear(Days days, LocalDate issue) {
        return days.from() != null && !days.from().isAfter(issue.plusMonths(ANNOUNCED_MONTHS));
    }

    private static Days since(Days days, Stretch first, @Nullable LocalDate issue) {
        LocalDate from = first.part() == Stretch.Part.END ? null : days.from();
        if (issue != null && from != null && from.isAfter(issue)) {
            return Days.UNKNOWN;
        }
        return new Days(from, issue);
    }

    private static Days stretch(PeriodMeaning meaning, PeriodAnchor anchor, Status status) {
        Stretch first = meaning.first();
        Stretch last = meaning.last();
        if (first.origin() == Stretch.Origin.UNTOLD) {
            return last.origin() == Stretch.Origin.UNTOLD
                    ? untold(first, last, anchor, status)
                    : new Days(null, told(last, anchor).to());
        }
        Days from = told(first, anchor);
        return first.equals(last) ? from : range(from, told(last, anchor));
    }

    /** From the first day of one to the last of the other; nothing where that is no forward stretch, or one is no date. */
    private static Days range(Days from, Days to) {
        return from.from() == null || to.to() == null || to.to().isBefore(from.from())
                ? Days.UNKNOWN
                : new Days(from.from(), to.to());
    }

    private static Days told(Stretch stretch, PeriodAnchor anchor) {
        Integer year = anchor.yearOf(stretch);
        if (year != null) {
            return stretch.in(year, 0);
        }
        return anchor.issueDate() == null ? Days.UNKNOWN : byIssue(stretch, anchor.issueDate());
    }

    private static Days byIssue(Stretch stretch, LocalDate issue) {
        return switch (stretch.origin()) {
            case ISSUE_DAY -> {
                LocalDate day = issue.plusDays(stretch.number());
                yield new Days(day, day);
            }
            case ISSUE_WEEK -> {
                LocalDate monday = issue.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .plusWeeks(stretch.number());
                yield stretch.part() == Stretch.Part.DAYS
                        ? new Days(monday.plusDays(stretch.first() - 1L), monday.plusDays(stretch.last() - 1L))
                        : new Days(monday, monday.plusDays(6));
            }
            case ISSUE_MONTH -> inMonth(stretch, YearMonth.from(issue).plusMonths(stretch.number()));
            case ISSUE_QUARTER -> {
                YearMonth month = YearMonth.from(issue).plusMonths(3L * stretch.number());
                int first = (month.getMonthValue() - 1) / 3 * 3 + 1;
                yield Days.ofMonths(month.getYear(), first, first + 2);
            }
            default -> Days.UNKNOWN;
        };
    }

    private static Days inMonth(Stretch stretch, YearMonth month) {
        int number = month.getMonthValue();
        return stretch.part() == Stretch.Part.WHOLE
                ? Days.ofMonths(month.getYear(), number, number)
                : stretch.in(month.getYear(), number);
    }

    private static Days untold(Stretch first, Stretch last, PeriodAnchor anchor, Status status) {
        if (first.needsMonth() && anchor.month() == null) {
            return anchor.issueDate() == null ? Days.UNKNOWN : nearest(first, last, anchor.issueDate(), status);
        }
        int month = anchor.month() == null ? 0 : anchor.month();
        LocalDate issue = anchor.issueDate();
        if (anchor.year() != null) {
            Days days = within(first, last, anchor.year(), month);
            LocalDate from = days.from();
            boolean ahead = issue != null && from != null && from.isAfter(issue);
            return ahead && status == Status.ACTUAL ? Days.UNKNOWN : days;
        }
        return issue == null ? Days.UNKNOWN : nearestYear(first, last, month, issue, status);
    }

    private static Days within(Stretch first, Stretch last, int year, int month) {
        Days from = first.in(year, month);
        return first.equals(last) ? from : range(from, last.in(year, month));
    }

    private static Days nearestYear(Stretch first, Stretch last, int month, LocalDate issue, Status status) {
        boolean planned = status == Status.TARGET;
        if (planned && first.part() == Stretch.Part.WHOLE && issue.getMonthValue() >= LATE_MONTH) {
            return Days.UNKNOWN;
        }
        Days same = within(first, last, issue.getYear(), month);
        LocalDate from = same.from();
        if (!planned && from != null && from.isAfter(issue) && sameMonth(from, issue)) {
            // A day of this month still to come is announced rather than a year old.
            return Days.UNKNOWN;
        }
        Days other = within(first, last, issue.getYear() + (planned ? 1 : -1), month);
        return fits(same, issue, planned) ? same : fits(other, issue, planned) ? other : Days.UNKNOWN;
    }

    /** The days of this month that are over or to come; of the month before or behind where these are not. */
    private static Days nearest(Stretch first, Stretch last, LocalDate issue, Status status) {
        boolean planned = status == Status.TARGET;
        YearMonth month = YearMonth.from(issue);
        YearMonth next = month.plusMonths(planned ? 1 : -1);
        Days same = within(first, last, month.getYear(), month.getMonthValue());
        Days other = within(first, last, next.getYear(), next.getMonthValue());
        return fits(same, issue, planned) ? same : fits(other, issue, planned) ? other : Days.UNKNOWN;
    }

    private static boolean fits(Days days, LocalDate issue, boolean planned) {
        LocalDate from = days.from();
        LocalDate to = days.to();
        if (from == null || to == null) {
            return false;
        }
        if (planned) {
            return !to.isBefore(issue);
        }
        return !to.isAfter(issue) || (!from.isAfter(issue) && sameMonth(to, issue));
    }

    private static boolean sameMonth(LocalDate a, LocalDate b) {
        return YearMonth.from(a).equals(YearMonth.from(b));
    }
}
