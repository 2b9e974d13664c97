package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.WrittenPeriod.Reach;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads times that say only how many years, months or days: 近三年, 头两年, 五年来. One object per position. */
final class CountedPeriod {
    private static final List<String> NEAR = List.of("近", "过去", "最近", "未来", "今后", "头", "前", "后");

    /** What those begin with: a look at this is enough at nearly every position. */
    private static final CharacterSet OPENS_NEAR = CharacterSet.of("近过最未今头前后");

    private final String text;
    private final int start;
    private final int floor;
    private final int limit;

    private CountedPeriod(String text, int start, int floor, int limit) {
        this.text = text;
        this.start = start;
        this.floor = floor;
        this.limit = limit;
    }

    /** The time at {@code start}, or null; looks at nothing before {@code floor} or from {@code limit} on. */
    static @Nullable WrittenPeriod at(String text, int start, int floor, int limit) {
        return new CountedPeriod(text, start, floor, limit).read();
    }

    /** 近三年, 过去五年, 未来两年, 头两年, 五年来: no calendar tells which years are meant, 来 only that they go on to the issue. 近年来 tells nothing. */
    private @Nullable WrittenPeriod read() {
        int at = start;
        if (OPENS_NEAR.has(text.charAt(start))) {
            for (String word : NEAR) {
                if (text.startsWith(word, start)) {
                    at = start + word.length();
                }
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
        int end = led && !first && stands("半", at) ? at + 1 : DateNumbers.smallEnd(text, at, limit);
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
        if (stands("半", end) && !stands("半数", end)) {
            end++;
        }
        int now = stands("多", end) ? end + 1 : end;
        if (!named && !first && PeriodEdges.isLasting(text, now, limit)) {
            return period(now + 1, PeriodMeaning.UP_TO_NOW);
        }
        int through = named || led ? 0 : PeriodWords.THROUGH.length(text, end, limit);
        if (through > 0) {
            return period(end + through, PeriodMeaning.NONE);
        }
        if (!led && isWithin(end)) {
            return period(end + 1, PeriodMeaning.NONE);
        }
        boolean opens =
                "近头前后".indexOf(text.charAt(start)) < 0 || start == floor || PeriodEdges.isBreak(text.charAt(start - 1));
        // 头两年, but 前5个月 is a stretch of its year.
        if (!led || !opens || (first && text.charAt(end - 1) == '月')) {
            return null;
        }
        return period(end < limit && "间里内".indexOf(text.charAt(end)) >= 0 ? end + 1 : end, PeriodMeaning.NONE);
    }

    /** 三年内，: a phrase of its own; inside one it is a limit (5年内完成, 毕业三年内的学生). */
    private boolean isWithin(int at) {
        boolean opens = start == floor || PeriodEdges.isBreak(text.charAt(start - 1));
        boolean closes = at + 1 >= limit || Sentences.isClauseEnd(text.charAt(at + 1));
        return opens && closes && stands("年内", at - 1);
    }

    private boolean stands(String word, int at) {
        return at + word.length() <= limit && text.startsWith(word, at);
    }

    private WrittenPeriod period(int end, PeriodMeaning meaning) {
        return new WrittenPeriod(
                new Span(start, end), meaning, ComparedTime.reach(text, start, end, floor, limit), false);
    }
}
