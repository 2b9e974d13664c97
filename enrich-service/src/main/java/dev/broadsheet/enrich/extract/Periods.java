package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.List;

/** Finds the times a sentence names: 2023年, 4月份, 2月22日-23日, 2013年以来, 今年以来, 截至目前, 自队伍建立以来. Stateless. */
final class Periods {
    private static final Lexicon WORDS = Lexicon.of(Table.read("periods.tsv", 2).group("word"));
    private static final int LONGEST_SINCE = 16;

    private Periods() {}

    static List<Span> find(String text, int from, int limit) {
        List<Span> found = new ArrayList<>();
        for (int i = from; i < limit; ) {
            int end = FlatText.isDigit(text.charAt(i)) ? dateEnd(text, i, limit) : wordEnd(text, i, limit);
            if (end > i) {
                found.add(new Span(i, end));
                i = end;
            } else {
                i = FlatText.isDigit(text.charAt(i)) ? digitsEnd(text, i, limit) : i + 1;
            }
        }
        return found;
    }

    private static int wordEnd(String text, int i, int limit) {
        if (text.charAt(i) == '自') {
            int since = since(text, i, Math.min(limit, i + LONGEST_SINCE));
            if (since > i && isOneClause(text, i, since)) {
                return since + 2;
            }
        }
        return i + WORDS.matchLength(text, i, limit);
    }

    private static int since(String text, int from, int limit) {
        for (int i = from + 1; i + 2 <= limit; i++) {
            if (text.startsWith("以来", i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOneClause(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (Sentences.isClauseEnd(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** End of the date or range of dates at {@code i}, or {@code i}. */
    private static int dateEnd(String text, int i, int limit) {
        if (i > 0 && FlatText.isDigit(text.charAt(i - 1))) {
            return i;
        }
        int end = singleDate(text, i, limit);
        if (end == i) {
            return i;
        }
        if (end + 1 < limit && "至到-—~".indexOf(text.charAt(end)) >= 0) {
            int next = end + 1;
            while (next < limit && text.charAt(next) == text.charAt(end)) {
                next++;
            }
            int second = next < limit && FlatText.isDigit(text.charAt(next)) ? singleDate(text, next, limit) : next;
            end = second > next ? second : end;
        }
        return text.startsWith("以来", end) && end + 2 <= limit ? end + 2 : end;
    }

    private static int singleDate(String text, int i, int limit) {
        int position = i;
        int parts = 0;
        while (position < limit && FlatText.isDigit(text.charAt(position))) {
            int digits = digitsEnd(text, position, limit);
            if (digits >= limit || !isDatePart(text, position, digits)) {
                break;
            }
            position = digits + 1;
            parts++;
            if (position < limit && (text.charAt(position) == '度' || text.charAt(position) == '份')) {
                position++;
                break;
            }
        }
        return parts == 0 ? i : position;
    }

    private static boolean isDatePart(String text, int from, int digits) {
        char unit = text.charAt(digits);
        int length = digits - from;
        return (unit == '年' && length == 4 && (text.charAt(from) == '1' || text.charAt(from) == '2'))
                || (unit == '月' && length <= 2)
                || (unit == '日' && length <= 2);
    }

    private static int digitsEnd(String text, int i, int limit) {
        int end = i;
        while (end < limit && FlatText.isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }
}
