package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.PeriodMeaning.Scope;
import dev.broadsheet.enrich.extract.Stretch.Origin;
import dev.broadsheet.enrich.extract.WrittenPeriod.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the time that starts at a position, with what stands around its stretch: 截至, 自 … 以来, 至, 底前, 期间. One object per position. */
final class PeriodReader {
    private static final List<String> NEAR = List.of("近", "过去", "最近", "未来", "今后", "头", "前", "后");
    private static final String NO_AIM = "达高升降增减扩加涨长得受感看收找回";
    private static final String NO_BEFORE = "往来去进沿列期景后任身";
    private static final String NO_AFTER = "备期续来勤方来台勇";
    private static final PeriodMeaning UP_TO_NOW = PeriodMeaning.of(Scope.UNTIL, Stretch.whole(Origin.ISSUE_DAY, 0));
    private static final int LONGEST_SINCE = 24;
    private static final int CENTURY = 100;
    private static final int DECADE = 10;

    private final String text;
    private final int start;
    private final int floor;
    private final int limit;

    private PeriodReader(String text, int start, int floor, int limit) {
        this.text = text;
        this.start = start;
        this.floor = floor;
        this.limit = limit;
    }

    /** The time at {@code start}, or null; looks at nothing before {@code floor} or from {@code limit} on. */
    static @Nullable WrittenPeriod at(String text, int start, int floor, int limit) {
        PeriodReader reader = new PeriodReader(text, start, floor, limit);
        WrittenPeriod found = reader.prefixed();
        if (found == null) {
            found = reader.plan();
        }
        if (found == null) {
            found = reader.near();
        }
        if (found == null) {
            found = reader.decade();
        }
        WrittenPeriod word = reader.word();
        if (found == null) {
            found = reader.stretch(start, Scope.WITHIN);
        }
        return word != null
                        && (found == null || word.span().end() >= found.span().end())
                ? word
                : found;
    }

    private @Nullable WrittenPeriod prefixed() {
        int until = PeriodWords.UNTIL.length(text, start, limit);
        if (until > 0) {
            PeriodReader behind = new PeriodReader(text, start + until, start + until, limit);
            WrittenPeriod found = behind.stretch(start + until, Scope.UNTIL);
            WrittenPeriod plan = found == null ? behind.plan() : found;
            WrittenPeriod word = plan == null ? behind.word() : plan;
            return word == null
                    ? EventPeriods.until(text, start, start + until, limit)
                    : period(word.span().end(), until(word.meaning()), false);
        }
        char c = text.charAt(start);
        if (c == '到' && NO_AIM.indexOf(before(1)) < 0) {
            return aim();
        }
        return c == '自' || c == '从' ? since() : null;
    }

    private static PeriodMeaning until(PeriodMeaning meaning) {
        return meaning.scope() == Scope.VAGUE ? meaning : meaning.as(Scope.UNTIL);
    }

    /** 到2025年, 到年底, 到“十四五”末; not 到2023年的 …, which is a place in time. */
    private @Nullable WrittenPeriod aim() {
        PeriodReader behind = new PeriodReader(text, start + 1, start + 1, limit);
        WrittenPeriod plan = behind.plan();
        WrittenPeriod found = plan == null ? behind.stretch(start + 1, Scope.UNTIL) : plan;
        return found == null || stands("的", found.span().end())
                ? null
                : period(found.span().end(), until(found.meaning()), found.deadline());
    }

    /** 自2013年以来, 从1月1日起, 从2016年到2020年, 自队伍建立以来. */
    private @Nullable WrittenPeriod since() {
        WrittenPeriod found = new PeriodReader(text, start + 1, start + 1, limit).stretch(start + 1, Scope.WITHIN);
        if (found != null) {
            PeriodMeaning meaning = found.meaning();
            boolean opens = meaning.scope() == Scope.SINCE || meaning.scope() == Scope.FROM;
            if (opens || !meaning.first().equals(meaning.last())) {
                return period(found.span().end(), meaning, false);
            }
        }
        if (text.charAt(start) == '从') {
            return null;
        }
        for (int i = start + 1; i + 2 <= Math.min(limit, start + LONGEST_SINCE); i++) {
            if (Sentences.isClauseEnd(text.charAt(i))) {
                return null;
            }
            if (text.startsWith("以来", i)) {
                return i == start + 1 ? null : period(i + 2, UP_TO_NOW, false);
            }
        }
        return null;
    }

    /** “十四五”期间, 十三五时期, “十三五”以来, “十四五”末; the bare name is a programme's. */
    private @Nullable WrittenPeriod plan() {
        boolean quoted = text.charAt(Math.min(start, limit - 1)) == '“';
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
        int tail = PeriodWords.PLAN_TAILS.length(text, at, limit);
        if (tail == 0) {
            return null;
        }
        String said = text.substring(at, at + tail);
        if (said.equals("末")) {
            Stretch end = Stretch.whole(Origin.YEAR, plan.first().last()).end(12);
            return period(at + tail, PeriodMeaning.of(Scope.WITHIN, end), false);
        }
        return period(at + tail, said.endsWith("以来") ? plan.as(Scope.SINCE) : plan, false);
    }

    /** 近三年, 过去五年, 未来两年, 头两年, 五年来: no calendar tells which years are meant, 来 only that they go on to the issue. 近年来 tells nothing. */
    private @Nullable WrittenPeriod near() {
        int at = start;
        for (String word : NEAR) {
            if (text.startsWith(word, start)) {
                at = start + word.length();
            }
        }
        boolean led = at > start;
        boolean first = led && "头前后".indexOf(text.charAt(start)) >= 0;
        if (led && at < limit && text.charAt(at) == '的') {
            at++;
        }
        if ((led && !first && stands("年来", at)) || (!led && stands("多年来", at))) {
            return new WrittenPeriod(
                    new Span(start, text.indexOf('来', at) + 1), PeriodMeaning.NONE, Reach.NOTHING, false);
        }
        int end = DateNumbers.smallEnd(text, at, limit);
        if (end == at) {
            return null;
        }
        boolean counted = false;
        while (end < limit && "余多几个".indexOf(text.charAt(end)) >= 0) {
            counted = text.charAt(end++) == '个';
        }
        if (end >= limit || "年月周天".indexOf(text.charAt(end)) < 0) {
            return null;
        }
        // 三个月来 lasts, 8月来 is only a month and what came in it.
        boolean named = text.charAt(end++) == '月' && !counted;
        int now = stands("多", end) ? end + 1 : end;
        if (!named && !first && PeriodEdges.isLasting(text, now, limit)) {
            return period(now + 1, UP_TO_NOW, false);
        }
        int through = named || led ? 0 : PeriodWords.THROUGH.length(text, end, limit);
        if (through > 0) {
            return period(end + through, PeriodMeaning.NONE, false);
        }
        boolean opens = "近头前后".indexOf(text.charAt(start)) < 0 || start == floor || PeriodEdges.isBreak(before(1));
        // 头两年, but 前5个月 is a stretch of its year.
        if (!led || !opens || (first && text.charAt(end - 1) == '月')) {
            return null;
        }
        return period(end < limit && "间里内".indexOf(text.charAt(end)) >= 0 ? end + 1 : end, PeriodMeaning.NONE, false);
    }

    /** 20世纪90年代, 上世纪八十年代. */
    private @Nullable WrittenPeriod decade() {
        boolean last = text.startsWith("上世纪", start);
        int numberEnd = last ? start + 1 : DateNumbers.smallEnd(text, start, limit);
        if (numberEnd == start || !text.startsWith("世纪", numberEnd) || numberEnd + 2 > limit) {
            return null;
        }
        int century = last ? -1 : DateNumbers.small(text, start, numberEnd);
        int from = numberEnd + 2;
        int end = DateNumbers.smallEnd(text, from, limit);
        int decade = end > from ? DateNumbers.small(text, from, end) : -1;
        if (decade < 0 || end + 2 > limit || !text.startsWith("年代", end)) {
            return null;
        }
        if (last || century < 1 || decade % DECADE != 0) {
            // 上世纪 said of the year 2000 is a matter of taste, and no figure hangs on it.
            return period(end + 2, PeriodMeaning.NONE, false);
        }
        int year = (century - 1) * CENTURY + decade;
        return period(end + 2, PeriodMeaning.of(Scope.WITHIN, Stretch.years(year, year + DECADE - 1)), false);
    }

    private @Nullable WrittenPeriod word() {
        int opening = opensClause() ? PeriodWords.OPENINGS.length(text, start, limit) : 0;
        if (opening > 0 && !stands("的", start + opening)) {
            return period(start + opening, PeriodMeaning.NONE, false);
        }
        int length = PeriodWords.TIMES.length(text, start, limit);
        if (length > 0 && PeriodEdges.isWord(text, start, start + length, limit)) {
            return period(start + length, PeriodWords.TIMES.meaning(text, start, length), false);
        }
        int former = PeriodWords.FORMER.length(text, start, limit);
        return former > 0 && stands("的", start + former)
                ? new WrittenPeriod(new Span(start, start + former), PeriodMeaning.NONE, Reach.NEXT, false)
                : null;
    }

    private @Nullable WrittenPeriod stretch(int from, Scope scope) {
        StretchReader reader = new StretchReader(text, from, limit);
        Stretch first = reader.read();
        if (first == null) {
            return null;
        }
        Stretch last = first;
        int end = reader.at();
        int next = reader.rangeEnd(end);
        boolean untilNow = text.startsWith("至今", end) && !text.startsWith("至今年", end);
        if (next > end && !untilNow) {
            reader.moveTo(next);
            Stretch second = reader.read();
            if (second != null && second.origin() != Origin.VAGUE) {
                last = second.after(first);
                end = reader.at();
            }
        }
        return tailed(end, new PeriodMeaning(vague(first, last) ? Scope.VAGUE : scope, first, last));
    }

    private boolean vague(Stretch first, Stretch last) {
        boolean recurring = start - 2 >= floor && text.startsWith("每年", start - 2);
        return recurring || first.origin() == Origin.VAGUE || last.origin() == Origin.VAGUE;
    }

    /** With what stands behind the stretch: 以来, 起, 底前, 期间, 内. */
    private WrittenPeriod tailed(int end, PeriodMeaning meaning) {
        boolean vague = meaning.scope() == Scope.VAGUE;
        PeriodMeaning since = vague ? meaning : meaning.as(Scope.SINCE);
        if (stands("以来", end) || (stands("至今", end) && !stands("至今年", end))) {
            return period(end + 2, since, false);
        }
        if (stands("同期", end) || stands("前后", end)) {
            return period(end + 2, PeriodMeaning.NONE, false);
        }
        int before = stands("以前", end) || stands("之前", end) ? 2 : isBefore(end, meaning.last()) ? 1 : 0;
        if (before > 0) {
            boolean exact = !vague && meaning.last().isExact();
            return period(end + before, exact ? meaning.as(Scope.UNTIL) : PeriodMeaning.NONE, true);
        }
        int after = stands("以后", end) || stands("之后", end) ? 2 : isAfter(end, meaning.last()) ? 1 : 0;
        if (after > 0) {
            return period(end + after, PeriodMeaning.NONE, false);
        }
        if (stands("起", end) && !vague && (meaning.last().isExact() || isStart(end + 1))) {
            return period(end + 1, meaning.as(Scope.FROM), false);
        }
        if (stands("期间", end) || stands("时期", end)) {
            return period(end + 2, meaning, false);
        }
        return period(end, meaning, false);
    }

    /** 2020年起，每年: at the end of a phrase; not 2020年起步. */
    private boolean isStart(int behind) {
        char next = behind < limit ? text.charAt(behind) : '。';
        return Sentences.isClauseEnd(next) || "每、）就在对将".indexOf(next) >= 0;
    }

    private boolean isBefore(int at, Stretch stretch) {
        boolean named = stretch.isExact() || stretch.origin() == Origin.YEAR || stretch.part() == Stretch.Part.MONTHS;
        return named && stands("前", at) && (at + 1 >= limit || NO_BEFORE.indexOf(text.charAt(at + 1)) < 0);
    }

    private boolean isAfter(int at, Stretch stretch) {
        return (stretch.isExact() || stretch.origin() == Origin.YEAR)
                && stands("后", at)
                && (at + 1 >= limit || NO_AFTER.indexOf(text.charAt(at + 1)) < 0);
    }

    private boolean stands(String word, int at) {
        return at + word.length() <= limit && text.startsWith(word, at);
    }

    private WrittenPeriod period(int end, PeriodMeaning meaning, boolean deadline) {
        return new WrittenPeriod(
                new Span(start, end), meaning, isBase(end) ? Reach.COMPARED : Reach.SENTENCE, deadline);
    }

    /** 比去年同期, 较2019年, 与上年相比, 是上年的3倍: only compared with. */
    private boolean isBase(int end) {
        int compared = start - 1 >= floor ? PeriodWords.COMPARED.length(text, start - 1, start) : 0;
        char before = before(1);
        boolean together = (before == '与' || before == '和' || before == '同') && stands("相比", end);
        boolean times = before == '是' && stands("的", end) && isTimes(end + 1);
        return compared == 1 || together || times;
    }

    private boolean isTimes(int from) {
        WrittenNumber number = from < limit ? NumberReader.at(text, from, limit) : null;
        return number != null && stands("倍", number.end());
    }

    private boolean opensClause() {
        return start == floor || Sentences.isClauseEnd(before(1)) || before(1) == '“';
    }

    private char before(int back) {
        return start - back >= floor ? text.charAt(start - back) : 0;
    }
}
