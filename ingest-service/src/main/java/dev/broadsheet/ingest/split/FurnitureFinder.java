package dev.broadsheet.ingest.split;

import java.util.List;

/**
 * Tells the rows that belong to no article by their words or form: hotlines, imprints, running heads, page numbers, weather, the
 * index of the issue, rules. A row of an article that is taken for furniture is lost to it, so what is not certain stays.
 */
final class FurnitureFinder {
    private static final int LONGEST = 60;
    private static final int LONGEST_HEAD = 100;
    private static final int LONGEST_INDEX = 50;
    private static final int LONGEST_SECTION = 12;
    private static final int LATEST_HOTLINE = 6;
    private static final int SHORTEST_NUMBER = 5;
    private static final int TOP_ROWS = 10;
    private static final String MARKS = "□■●▲◆○◎★※◇△▼▽►▶>(- ";
    private final Script script = new Script();
    private final List<String> contained;
    private final List<String> starts;
    private final List<String> hotlines;
    private final List<String> whole;
    private final PageTop top;
    private final List<String> notes;
    private final List<String> imprints;

    FurnitureFinder() {
        List<List<String>> table = Vocabulary.table("furniture.tsv", 3);
        contained = column(table, "contains");
        starts = column(table, "start");
        hotlines = column(table, "hotline");
        whole = column(table, "whole");
        top = new PageTop(column(table, "head"));
        notes = column(table, "note");
        imprints = column(table, "imprint");
    }

    private static List<String> column(List<List<String>> table, String place) {
        return table.stream()
                .filter(r -> r.get(1).equals(place))
                .map(r -> r.get(0))
                .toList();
    }

    PageTop top() {
        return top;
    }

    boolean isFurniture(Row row) {
        if (row.text().length() > LONGEST_HEAD) {
            return false;
        }
        String plain = script.plain(row.folded());
        if (!hasWord(plain)) {
            return isRule(plain);
        }
        if (plain.indexOf('。') >= 0) {
            return false;
        }
        return isIndex(plain)
                || isImprint(plain)
                || isRunningHead(plain, row.index())
                || isNote(plain)
                || top.isTop(plain, row.index());
    }

    /** No letter and no digit: a rule or an ornament, unless it closes a sentence that the column broke, or tells of silence. */
    private static boolean isRule(String plain) {
        for (int i = 0; i < plain.length(); i++) {
            if ("。!?…%”’」』)》".indexOf(plain.charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasWord(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    private boolean isImprint(String plain) {
        int from = 0;
        while (from < plain.length() && MARKS.indexOf(plain.charAt(from)) >= 0) {
            from++;
        }
        if (from == plain.length()) {
            return false;
        }
        String text = from == 0 ? plain : plain.substring(from);
        return (plain.length() <= LONGEST
                        && (Vocabulary.startsWithAny(text, starts) || Vocabulary.containsAny(plain, contained)))
                || isHotline(plain)
                || count(plain) >= 2
                || isContact(text);
    }

    private boolean isHotline(String plain) {
        if (plain.length() > LONGEST_HEAD || digits(plain) < SHORTEST_NUMBER) {
            return false;
        }
        for (String word : hotlines) {
            int at = plain.indexOf(word);
            if (at >= 0 && at <= LATEST_HOTLINE) {
                return true;
            }
        }
        return false;
    }

    private static int digits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length(); i++) {
            digits += Chars.isDigit(text.charAt(i)) ? 1 : 0;
        }
        return digits;
    }

    /** How many different words of the imprint the line has. */
    private int count(String plain) {
        int count = 0;
        for (String word : imprints) {
            int at = plain.indexOf(word);
            int end = at + word.length();
            boolean stands = at >= 0 && end < plain.length() && " :/|,".indexOf(plain.charAt(end)) >= 0;
            count += stands ? 1 : 0;
        }
        return count;
    }

    /** 热线 0799-8690000: nothing but words of contact, digits and signs. */
    private static boolean isContact(String text) {
        boolean hotline = text.startsWith("热线") || (text.startsWith("电话:") && text.contains("@"));
        int han = 0;
        for (int i = 0; i < text.length(); i++) {
            han += Chars.isHan(text.charAt(i)) ? 1 : 0;
        }
        return hotline && digits(text) >= SHORTEST_NUMBER && han <= 4;
    }

    private boolean isRunningHead(String plain, int index) {
        boolean dated = PrintedDate.read(plain) != null;
        boolean weekday = isWeekday(plain);
        boolean numbered = PageNumber.read(plain) != null;
        boolean sentence = plain.indexOf(',') >= 0 && !dated;
        if (sentence || !(dated || weekday || numbered)) {
            return false;
        }
        boolean head = top.isHead(plain) || top.hasPaper(plain);
        boolean diary = index >= TOP_ROWS && "晴阴雨雪云".indexOf(plain.charAt(plain.length() - 1)) >= 0;
        if (diary) {
            return false;
        }
        if (dated && (weekday || head || count(plain) > 0 || (numbered && plain.length() <= LONGEST))) {
            return true;
        }
        char last = plain.charAt(plain.length() - 1);
        boolean alone = dated && index < TOP_ROWS && (Chars.isDigit(last) || last == '日');
        return (alone && plain.length() <= LONGEST_SECTION + 6)
                || (weekday && (plain.replace(" ", "").length() == 3 || (numbered && plain.length() <= LONGEST)))
                || (numbered
                        && (plain.length() <= 6 || (plain.length() <= LONGEST_SECTION + 6 && top.hasPaper(plain))));
    }

    private static boolean isWeekday(String plain) {
        int mark = plain.indexOf('星');
        if (mark < 0) {
            return false;
        }
        String tight = plain.substring(mark).replace(" ", "");
        int at = tight.indexOf("星期");
        return at >= 0 && at + 2 < tight.length() && "一二三四五六日天".indexOf(tight.charAt(at + 2)) >= 0;
    }

    /** A line of the issue's index: a headline and where it stands (… A03版, >>B5). */
    boolean isIndex(String plain) {
        int end = plain.length();
        if (end > LONGEST_INDEX * 2 || end < 6) {
            return false;
        }
        boolean marked = plain.charAt(end - 1) == '版';
        int from = marked ? end - 1 : end;
        int last = from;
        while (from > 0 && Chars.isAsciiWord(plain.charAt(from - 1)) && last - from < 4) {
            from--;
        }
        if (from == last && marked && last > 1 && "一二三四五六七八九十".indexOf(plain.charAt(last - 1)) >= 0) {
            from--;
        }
        if (from == last || from < 4) {
            return false;
        }
        char before = plain.charAt(from - 1);
        return marked ? before == '…' || (before == ' ' && end <= LONGEST_INDEX) : plain.startsWith(">>", from - 2);
    }

    private boolean isNote(String plain) {
        String text = plain.startsWith("(") && plain.endsWith(")") ? plain.substring(1, plain.length() - 1) : plain;
        if (plain.length() > LONGEST) {
            return false;
        }
        boolean turn = text.length() <= LONGEST_SECTION
                && (text.startsWith("下转") || text.startsWith("上接") || text.startsWith("紧接"))
                && text.endsWith("版");
        return turn || whole.contains(text) || Vocabulary.startsWithAny(text, notes);
    }
}
