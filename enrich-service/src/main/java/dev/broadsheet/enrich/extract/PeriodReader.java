package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.PeriodMeaning.Scope;
import dev.broadsheet.enrich.extract.WrittenPeriod.Reach;
import org.jspecify.annotations.Nullable;

/** Reads the time that starts at a position, with what stands around its stretch: 截至, 自 … 以来, 至, 底前, 期间. One object per position. */
final class PeriodReader {
    private static final String NO_AIM = "达高升降增减扩加涨长得受感看收找回";
    private static final String NO_BEFORE = "往来去进沿列期景后任身";
    private static final String NO_AFTER = "备期续来勤方来台勇";
    /** What makes another word of 起: 2020年起步, 5月起诉. */
    private static final String NO_START = "步草飞航诉火降用跑拍获运色早伏势家源名码到底了作租征吊重保落义点舞";

    private static final int LONGEST_SINCE = 24;

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
            found = PlanPeriod.at(text, start, floor, limit);
        }
        if (found == null) {
            found = CountedPeriod.at(text, start, floor, limit);
        }
        if (found == null) {
            found = Decade.at(text, start, floor, limit);
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
            WrittenPeriod plan = found == null ? PlanPeriod.at(text, start + until, start + until, limit) : found;
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
        WrittenPeriod plan = PlanPeriod.at(text, start + 1, start + 1, limit);
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
                return i == start + 1 ? null : period(i + 2, PeriodMeaning.UP_TO_NOW, false);
            }
        }
        return null;
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
        boolean days = first.part() == Stretch.Part.DAYS;
        int clock = days ? DateNumbers.clockEnd(text, end, limit) : end;
        int next = reader.rangeEnd(clock);
        if (next > clock && untilNow(clock) == 0) {
            reader.moveTo(next);
            Stretch second = reader.readLast(first);
            if (second != null && !second.isVague()) {
                last = second.after(first);
                end = clock > end ? DateNumbers.clockEnd(text, reader.at(), limit) : reader.at();
            }
        }
        return tailed(end, new PeriodMeaning(vague(first, last) ? Scope.VAGUE : scope, first, last));
    }

    private boolean vague(Stretch first, Stretch last) {
        boolean recurring = start - 2 >= floor && text.startsWith("每年", start - 2);
        return recurring || first.isVague() || last.isVague();
    }

    /** With what stands behind the stretch: 以来, 起, 底前, 期间, 三年间. */
    private WrittenPeriod tailed(int end, PeriodMeaning meaning) {
        boolean vague = meaning.scope() == Scope.VAGUE;
        int since = stands("以来", end) ? 2 : isLasting(end, meaning.last()) ? 1 : untilNow(end);
        if (since > 0) {
            return period(end + since, vague ? meaning : meaning.as(Scope.SINCE), false);
        }
        if (stands("同期", end) || stands("前后", end)) {
            return period(end + 2, PeriodMeaning.NONE, false);
        }
        int before = stands("以前", end) || stands("之前", end) ? 2 : isBefore(end, meaning.last()) ? 1 : 0;
        if (before > 0) {
            boolean exact = !vague && meaning.last().isExact();
            return period(end + before, meaning.as(exact ? Scope.UNTIL : Scope.VAGUE), true);
        }
        int after = stands("以后", end) || stands("之后", end) ? 2 : isAfter(end, meaning.last()) ? 1 : 0;
        if (after > 0) {
            return period(end + after, PeriodMeaning.NONE, false);
        }
        int starting = vague ? 0 : startLength(end);
        if (starting > 0) {
            return starting(end + starting, meaning);
        }
        int length = stands("期间", end) || stands("时期", end) ? 2 : yearsLength(end, meaning);
        return period(end + length, meaning, false);
    }

    /** 从2018年起至今, 2018年起. */
    private WrittenPeriod starting(int end, PeriodMeaning meaning) {
        int now = untilNow(end);
        return period(end + now, meaning.as(now > 0 ? Scope.SINCE : Scope.FROM), false);
    }

    /** Of 起 (2020年起, not 2020年起步) or, behind 自 and 从, 开始; 0 where neither stands there. */
    private int startLength(int at) {
        if (stands("起", at)) {
            return at + 1 >= limit || NO_START.indexOf(text.charAt(at + 1)) < 0 ? 1 : 0;
        }
        return stands("开始", at) && start > 0 && "自从".indexOf(text.charAt(start - 1)) >= 0 ? 2 : 0;
    }

    /** Of 至今, 到现在; 0 where none stands there, or 至今年. */
    private int untilNow(int at) {
        return stands("至今年", at) ? 0 : PeriodWords.NOW.length(text, at, limit);
    }

    /** 今年来，: not 今年来的游客. */
    private boolean isLasting(int at, Stretch stretch) {
        boolean year = stretch.part() == Stretch.Part.WHOLE
                && (stretch.origin() == Stretch.Origin.YEAR || stretch.origin() == Stretch.Origin.ISSUE_YEAR);
        return year
                && stands("来", at)
                && (at + 1 >= limit
                        || Sentences.isClauseEnd(text.charAt(at + 1))
                        || "已共".indexOf(text.charAt(at + 1)) >= 0);
    }

    /** 2018至2020年三年间: how many years it is says the same again. */
    private int yearsLength(int at, PeriodMeaning meaning) {
        int end =
                meaning.last().part() == Stretch.Part.YEARS || !meaning.first().equals(meaning.last())
                        ? DateNumbers.smallEnd(text, at, limit)
                        : at;
        return end > at && (stands("年间", end) || stands("年来", end) || stands("年里", end)) ? end + 2 - at : 0;
    }

    private boolean isBefore(int at, Stretch stretch) {
        boolean named =
                stretch.isExact() || stretch.origin() == Stretch.Origin.YEAR || stretch.part() == Stretch.Part.MONTHS;
        return named && stands("前", at) && (at + 1 >= limit || NO_BEFORE.indexOf(text.charAt(at + 1)) < 0);
    }

    private boolean isAfter(int at, Stretch stretch) {
        return (stretch.isExact() || stretch.origin() == Stretch.Origin.YEAR)
                && stands("后", at)
                && (at + 1 >= limit || NO_AFTER.indexOf(text.charAt(at + 1)) < 0);
    }

    private boolean stands(String word, int at) {
        return at + word.length() <= limit && text.startsWith(word, at);
    }

    private WrittenPeriod period(int end, PeriodMeaning meaning, boolean deadline) {
        return new WrittenPeriod(
                new Span(start, end), meaning, ComparedTime.reach(text, start, end, floor, limit), deadline);
    }

    private boolean opensClause() {
        return start == floor || Sentences.isClauseEnd(before(1)) || before(1) == '“';
    }

    private char before(int back) {
        return start - back >= floor ? text.charAt(start - back) : 0;
    }
}
