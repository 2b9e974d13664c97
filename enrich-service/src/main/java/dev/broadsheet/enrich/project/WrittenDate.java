package dev.broadsheet.enrich.project;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The date of a stage, as the text writes it.
 *
 * @param day where it carries year, month and day
 */
record WrittenDate(int start, int end, @Nullable LocalDate day) {
    /** A date stands at most so many characters before its stage: 2023年3月8日，某某新材料产业园二期项目正式开工. */
    private static final int REACH = 60;

    private static final String YEAR = "(?:\\d{4}|[〇零一二三四五六七八九]{4}|今|明|去|后|次|当)年";
    private static final String PART = "(?:年?底|年?末|年?初|上半年|下半年|第?[一二三四]季度|春节|国庆)";
    private static final String MONTH = "(?:\\d{1,2}|十[一二]?|[一二三四五六七八九])月份?";
    private static final String DAY = "(?:\\d{1,2}[日号]|[上中下]旬|底|初|末)";
    private static final Pattern DATE = Pattern.compile("(?:" + YEAR + "(?:" + MONTH + DAY + "?|" + PART + ")?|" + MONTH
            + DAY + "?|年底|年内|月底|上月|本月|下月)(?:之前|以前|前)?");
    private static final Pattern FULL = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})[日号].*");

    /** The last one before {@code word} that goes with it, not before {@code floor}; null where none does. */
    static @Nullable WrittenDate before(String text, int floor, int word) {
        Matcher dates = DATE.matcher(text).region(Math.max(floor, word - REACH), word);
        int start = -1;
        int end = -1;
        while (dates.find()) {
            start = dates.start();
            end = dates.end();
        }
        return start < 0 || !isNear(text, end, word)
                ? null
                : new WrittenDate(start, end, day(text.substring(start, end)));
    }

    /** In the same clause, or alone in the one before. */
    private static boolean isNear(String text, int end, int word) {
        for (int i = end; i < word; i++) {
            char c = text.charAt(i);
            if (c == '；' || c == '：' || (c == '，' && i > end)) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable LocalDate day(String written) {
        Matcher full = FULL.matcher(written);
        if (!full.matches()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(full.group(1)), Integer.parseInt(full.group(2)), Integer.parseInt(full.group(3)));
        } catch (DateTimeException e) {
            return null; // 2月30日: as written, but no day
        }
    }
}
