package dev.broadsheet.enrich.extract;

import org.jspecify.annotations.Nullable;

/** Several numbers of months, quarters or days as they are written together: 1-3, 1至3, 一、二、三, 4、5, 四五; {@code end} is behind the last. */
record NumberRun(int first, int last, int end) {
    private static final String DIGITS = "一二三四五六七八九";

    /** The run that begins at {@code from}; null where none does. Of lists only those whose numbers follow each other. */
    static @Nullable NumberRun at(String text, int from, int limit) {
        int end = DateNumbers.smallEnd(text, from, limit);
        if (end == from) {
            return null;
        }
        int first = DateNumbers.small(text, from, end);
        if (first < 0) {
            return sideBySide(text, from, end);
        }
        int next = DateCursor.rangeEnd(text, end, limit);
        return next > end ? range(text, first, next, limit) : listed(text, first, end, limit);
    }

    private static @Nullable NumberRun range(String text, int first, int from, int limit) {
        int end = DateNumbers.smallEnd(text, from, limit);
        int last = end > from ? DateNumbers.small(text, from, end) : -1;
        return last > 0 ? new NumberRun(first, last, end) : null;
    }

    /** 一、二, 第一、第二: the first is read. */
    private static @Nullable NumberRun listed(String text, int first, int from, int limit) {
        int last = first;
        int end = from;
        while (end < limit && text.charAt(end) == '、') {
            int next = text.startsWith("第", end + 1) ? end + 2 : end + 1;
            int nextEnd = next < limit ? DateNumbers.smallEnd(text, next, limit) : next;
            if (nextEnd == next || DateNumbers.small(text, next, nextEnd) != last + 1) {
                break;
            }
            last++;
            end = nextEnd;
        }
        return last > first ? new NumberRun(first, last, end) : null;
    }

    /** 四五月份, 三四季度: single digits, each one more than the one before. */
    private static @Nullable NumberRun sideBySide(String text, int from, int end) {
        int first = DIGITS.indexOf(text.charAt(from)) + 1;
        for (int i = from; i < end; i++) {
            if (first == 0 || DIGITS.indexOf(text.charAt(i)) + 1 != first + i - from) {
                return null;
            }
        }
        return new NumberRun(first, first + end - from - 1, end);
    }
}
