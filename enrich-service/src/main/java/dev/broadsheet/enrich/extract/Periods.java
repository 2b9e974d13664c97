package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.List;

/** Finds the times a stretch of text names: 2023年, 4月份, 2月22日-23日, 今年以来, 截至6月底, 自队伍建立以来. Stateless. */
final class Periods {
    /** What else a time opens with; most positions of a text need no more than this look. */
    private static final String OTHERS = "0123456789〇零○O一二三四五六七八九十两几多“自从到近过最未今前头第首上下全年";

    private static final CharacterSet OPENS = CharacterSet.of(OTHERS + PeriodWords.opens());

    private Periods() {}

    /** In order, without overlaps. */
    static List<WrittenPeriod> find(String text, int from, int limit) {
        List<WrittenPeriod> found = new ArrayList<>();
        for (int i = from; i < limit; ) {
            int other = PeriodEdges.otherLength(text, i, limit);
            if (other > 0) {
                i += other;
                continue;
            }
            boolean opens = OPENS.has(text.charAt(i)) && !isInsideNumber(text, i, from);
            WrittenPeriod period = opens ? PeriodReader.at(text, i, from, limit) : null;
            if (period == null && (i == from || Sentences.isClauseEnd(text.charAt(i - 1)))) {
                period = EventPeriods.opening(text, i, limit);
            }
            if (period != null) {
                found.add(period);
                i = period.span().end();
            } else {
                i = Math.max(i + 1, DateNumbers.digitsEnd(text, i, limit));
            }
        }
        return found;
    }

    /** 8.5月, 3.15日: the digits behind a point are no date. */
    private static boolean isInsideNumber(String text, int at, int from) {
        return at - 1 > from
                && FlatText.isDigit(text.charAt(at))
                && text.charAt(at - 1) == '.'
                && FlatText.isDigit(text.charAt(at - 2));
    }
}
