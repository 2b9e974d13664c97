package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.PeriodMeaning.Scope;
import dev.broadsheet.enrich.extract.Stretch.Origin;
import org.jspecify.annotations.Nullable;

/** Reads times of five-year plans: “十四五”期间, 十三五时期, “十三五”以来, “十四五”末, “十四五”前三年; the bare name is a programme's. Stateless. */
final class PlanPeriod {
    private static final int YEARS = 5;

    private PlanPeriod() {}

    /** The time at {@code start}, or null; looks at nothing before {@code floor} or from {@code limit} on. */
    static @Nullable WrittenPeriod at(String text, int start, int floor, int limit) {
        boolean quoted = start < limit && text.charAt(start) == '“';
        int from = quoted ? start + 1 : start;
        int length = PeriodWords.PLANS.length(text, from, limit);
        if (length == 0) {
            return null;
        }
        PeriodMeaning plan = PeriodWords.PLANS.meaning(text, from, length);
        int at = from + length;
        if (quoted && at < limit && text.charAt(at) == '”') {
            at++;
        }
        int vague = PeriodWords.PLAN_PARTS.length(text, at, limit);
        int end = at + Math.max(vague, PeriodWords.PLAN_TAILS.length(text, at, limit));
        if (end > at) {
            PeriodMeaning meaning = vague > 0 ? PeriodMeaning.NONE : tailed(plan, text.substring(at, end));
            return period(text, start, end, floor, limit, meaning);
        }
        return years(plan, text, start, at, floor, limit);
    }

    private static PeriodMeaning tailed(PeriodMeaning plan, String tail) {
        if (tail.equals("末")) {
            return PeriodMeaning.of(
                    Scope.WITHIN,
                    Stretch.whole(Origin.YEAR, plan.first().last()).end(12));
        }
        return tail.endsWith("以来") ? plan.as(Scope.SINCE) : plan;
    }

    /** 前三年, 头两年, 后两年 at {@code at}. */
    private static @Nullable WrittenPeriod years(
            PeriodMeaning plan, String text, int start, int at, int floor, int limit) {
        int numberEnd = at + 1 < limit ? DateNumbers.smallEnd(text, at + 1, limit) : at;
        if (numberEnd <= at + 1 || numberEnd >= limit || text.charAt(numberEnd) != '年') {
            return null;
        }
        int number = DateNumbers.small(text, at + 1, numberEnd);
        boolean first = text.charAt(at) == '前' || text.charAt(at) == '头';
        if (number < 1 || number > YEARS || !(first || text.charAt(at) == '后')) {
            return null;
        }
        int begin = plan.first().first();
        Stretch years = first
                ? Stretch.years(begin, begin + number - 1)
                : Stretch.years(begin + YEARS - number, begin + YEARS - 1);
        return period(text, start, numberEnd + 1, floor, limit, PeriodMeaning.of(Scope.WITHIN, years));
    }

    private static WrittenPeriod period(String text, int start, int end, int floor, int limit, PeriodMeaning meaning) {
        return new WrittenPeriod(
                new Span(start, end), meaning, ComparedTime.reach(text, start, end, floor, limit), false);
    }
}
