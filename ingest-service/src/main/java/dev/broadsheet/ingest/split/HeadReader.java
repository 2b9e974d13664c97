package dev.broadsheet.ingest.split;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads publication, date and page number from the page's furniture. The first row that tells one of them counts. */
final class HeadReader {
    private final FurnitureFinder finder;

    HeadReader(FurnitureFinder finder) {
        this.finder = finder;
    }

    PageHead read(List<Row> furniture) {
        String publication = null;
        LocalDate date = null;
        String page = null;
        for (Row row : furniture) {
            String text = row.folded();
            if (text.length() > 60) {
                continue;
            }
            publication = publication == null ? publication(text) : publication;
            date = date == null ? date(text) : date;
            page = page == null ? pageNumber(text) : page;
        }
        return new PageHead(publication, date, page);
    }

    private @Nullable String publication(String text) {
        for (String token : text.split(" ", -1)) {
            if (token.length() > 2 && finder.isPaper(token)) {
                return token;
            }
        }
        return null;
    }

    /** The first 2020年1月13日 in the text that is a date of the calendar. */
    static @Nullable LocalDate date(String text) {
        int mark = text.indexOf('年');
        if (mark < 4 || (mark > 4 && Chars.isDigit(text.charAt(mark - 5)))) {
            return null;
        }
        int year = number(text, mark - 4, mark);
        int month = text.indexOf('月', mark);
        int day = text.indexOf('日', mark);
        if (month < 0 || day < month) {
            return null;
        }
        int m = number(text, mark + 1, month);
        int d = number(text, month + 1, day);
        if (year < 1900 || m < 1 || m > 12 || d < 1 || d > YearMonth.of(year, m).lengthOfMonth()) {
            return null;
        }
        return LocalDate.of(year, m, d);
    }

    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == ' ') {
                continue;
            }
            if (!Chars.isDigit(c) || value > 9999) {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    /** 第13版, A05版 or A05: the number with its letter. */
    static @Nullable String pageNumber(String text) {
        int end = text.indexOf('版');
        if (end < 0) {
            return text.length() >= 2
                            && text.length() <= 4
                            && isPage(text, 0, text.length())
                            && !Chars.isDigit(text.charAt(0))
                    ? text
                    : null;
        }
        int from = end;
        while (from > 0 && Chars.isAsciiWord(text.charAt(from - 1)) && end - from < 4) {
            from--;
        }
        return isPage(text, from, end) ? text.substring(from, end) : null;
    }

    private static boolean isPage(String text, int from, int to) {
        if (from == to) {
            return false;
        }
        int digits = from;
        if (text.charAt(from) >= 'A' && text.charAt(from) <= 'Z') {
            digits++;
        }
        for (int i = digits; i < to; i++) {
            if (!Chars.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return digits < to && to - digits <= 3;
    }
}
