package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.PeriodMeaning.Scope;
import dev.broadsheet.enrich.extract.Stretch.Origin;
import dev.broadsheet.enrich.extract.WrittenPeriod.Reach;
import org.jspecify.annotations.Nullable;

/** Reads times that what happened gives their name: 疫情发生以来, 展会期间, 截至收盘. No calendar tells their days. Stateless. */
final class EventPeriods {
    private static final int LONGEST = 12;
    private static final int SHORTEST_EVENT = 2;
    /** What stands in no name of an event, or opens a time of its own. */
    private static final CharacterSet NO_EVENT = CharacterSet.of("自从年月日至到比较的在“”（）");

    private static final PeriodMeaning UP_TO_NOW = PeriodMeaning.of(Scope.UNTIL, Stretch.whole(Origin.ISSUE_DAY, 0));

    private EventPeriods() {}

    /** At {@code start}, where a clause begins: what happened since or in an event. */
    static @Nullable WrittenPeriod opening(String text, int start, int limit) {
        for (int i = start; i + 2 <= Math.min(limit, start + LONGEST); i++) {
            char c = text.charAt(i);
            boolean since = c == '以' && PeriodEdges.isLasting(text, i + 1, limit);
            if (i - start >= SHORTEST_EVENT && (since || text.startsWith("期间", i))) {
                return period(start, i + 2, since ? UP_TO_NOW : PeriodMeaning.NONE);
            }
            if (FlatText.isDigit(c) || NO_EVENT.has(c) || Sentences.isClauseEnd(c)) {
                return null;
            }
        }
        return null;
    }

    /** 截至收盘，: from {@code start}, the event from {@code event} to the end of the clause. */
    static @Nullable WrittenPeriod until(String text, int start, int event, int limit) {
        for (int i = event; i < Math.min(limit, event + LONGEST); i++) {
            char c = text.charAt(i);
            if (c == '，') {
                return i - event < SHORTEST_EVENT ? null : period(start, i, PeriodMeaning.NONE);
            }
            if (FlatText.isDigit(c) || Sentences.isClauseEnd(c)) {
                return null;
            }
        }
        return null;
    }

    private static WrittenPeriod period(int start, int end, PeriodMeaning meaning) {
        return new WrittenPeriod(new Span(start, end), meaning, Reach.SENTENCE, false);
    }
}
