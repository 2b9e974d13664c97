package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.PeriodMeaning.Scope;
import dev.broadsheet.enrich.extract.Stretch.Origin;
import dev.broadsheet.enrich.extract.WrittenPeriod.Reach;
import java.util.Set;

/** Whether a written time lies ahead of the issue (2030年 in 2026, 明年, 年底前), which makes a target of what is said of it. Stateless. */
final class TimeOutlook {
    /** What says by itself how far it is behind or ahead of the issue. */
    private static final Set<Origin> COUNTED =
            Set.of(Origin.ISSUE_YEAR, Origin.ISSUE_QUARTER, Origin.ISSUE_MONTH, Origin.ISSUE_WEEK, Origin.ISSUE_DAY);

    private TimeOutlook() {}

    /**
     * @param text the time as written
     * @param opensClause whether it stands at the beginning of a clause, which is then all about it
     */
    static StatusCues.Kind of(WrittenPeriod period, PeriodAnchor anchor, String text, boolean opensClause) {
        Stretch last = period.meaning().last();
        if (period.reach() != Reach.SENTENCE) {
            return StatusCues.Kind.NONE;
        }
        boolean counted = COUNTED.contains(last.origin());
        if (counted && last.number() > 0) {
            return StatusCues.Kind.AHEAD;
        }
        if (counted && last.number() < 0) {
            return opensClause ? StatusCues.Kind.DONE : StatusCues.Kind.NONE;
        }
        if (last.origin() == Origin.YEAR && anchor.issueDate() != null) {
            int year = last.part() == Stretch.Part.YEARS ? last.last() : last.number();
            int ahead = Integer.compare(year, anchor.issueDate().getYear());
            if (ahead != 0) {
                return ahead > 0 ? StatusCues.Kind.AHEAD : opensClause ? StatusCues.Kind.DONE : StatusCues.Kind.NONE;
            }
        }
        if (period.deadline()) {
            return opensClause ? StatusCues.Kind.LIKELY : StatusCues.Kind.WEAK;
        }
        return isAim(period, text) ? StatusCues.Kind.LIKELY : StatusCues.Kind.NONE;
    }

    /** 到2030年, 到“十五五”末, 到年底, 年内: by then, in a sentence that reports nothing. */
    private static boolean isAim(WrittenPeriod period, String text) {
        Stretch last = period.meaning().last();
        boolean until = period.meaning().scope() == Scope.UNTIL && text.startsWith("到");
        boolean late = last.origin() == Origin.YEAR || text.endsWith("年底") || text.endsWith("年末");
        return (until && late) || last.origin() == Origin.TOLD_YEAR;
    }
}
