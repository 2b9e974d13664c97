package dev.broadsheet.enrich.extract;

import dev.broadsheet.enrich.extract.WrittenPeriod.Reach;

/** Tells times that something is only compared with from those that figures have. Stateless. */
final class ComparedTime {
    private ComparedTime() {}

    /** How far the time from {@code start} to {@code end} reaches. */
    static Reach reach(String text, int start, int end, int floor, int limit) {
        return isBase(text, start, end, floor, limit) ? Reach.COMPARED : Reach.SENTENCE;
    }

    /** 比去年同期, 较2019年, 与上年相比, 是上年的3倍: only compared with. */
    private static boolean isBase(String text, int start, int end, int floor, int limit) {
        int compared = start - 1 >= floor ? PeriodWords.COMPARED.length(text, start - 1, start) : 0;
        char before = start - 1 >= floor ? text.charAt(start - 1) : 0;
        boolean together = (before == '与' || before == '和' || before == '同') && stands(text, "相比", end, limit);
        boolean times = before == '是' && stands(text, "的", end, limit) && isTimes(text, end + 1, limit);
        return compared == 1 || together || times;
    }

    private static boolean isTimes(String text, int from, int limit) {
        WrittenNumber number = from < limit ? NumberReader.at(text, from, limit) : null;
        return number != null && stands(text, "倍", number.end(), limit);
    }

    private static boolean stands(String text, String word, int at, int limit) {
        return at + word.length() <= limit && text.startsWith(word, at);
    }
}
