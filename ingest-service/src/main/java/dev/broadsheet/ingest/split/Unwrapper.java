package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes rows of lines. Some dumps put a paragraph on one line and leave a blank at each printed line end, inside words too. Such a
 * page is recognised by its long lines having a blank at least every {@value #WIDEST} columns; there a blank is a line end when the
 * words after it would not have fitted on the printed line, any other blank is real.
 */
final class Unwrapper {
    private static final int LONG = 80;
    private static final int WIDEST = 64;
    private static final int NARROWEST = 14;
    private static final int SHORTEST = 50;

    private Unwrapper() {}

    static List<Row> rows(List<Line> lines) {
        boolean wrapped = isWrapped(lines);
        List<Row> rows = new ArrayList<>();
        int gap = 0;
        for (Line line : lines) {
            if (Chars.isBlank(line.text())) {
                gap++;
                continue;
            }
            rows.add(row(rows.size(), line, wrapped, gap));
            gap = 0;
        }
        return wrapped ? rows : LineJoiner.join(rows);
    }

    private static boolean isWrapped(List<Line> lines) {
        int wide = 0;
        int wrapped = 0;
        for (Line line : lines) {
            if (line.text().length() * 2 < LONG
                    || width(line.text(), 0, line.text().length()) < LONG) {
                continue;
            }
            wide++;
            int widest = widestPiece(line.text());
            if (widest >= NARROWEST && widest <= WIDEST && !isLatin(line.text())) {
                wrapped++;
            }
        }
        return wrapped >= 2 && wrapped * 10 >= wide * 6;
    }

    private static boolean isLatin(String text) {
        int han = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Chars.isHan(text.charAt(i))) {
                han++;
            }
        }
        return han * 2 < text.length();
    }

    private static Row row(int index, Line line, boolean wrapped, int gap) {
        String raw = line.text();
        int start = 0;
        int end = raw.length();
        while (Chars.isWhite(raw.charAt(start))) {
            start++;
        }
        while (Chars.isWhite(raw.charAt(end - 1))) {
            end--;
        }
        if (wrapped && width(raw, start, end) >= SHORTEST) {
            return unwrap(index, line, start, end, gap);
        }
        String text = raw.substring(start, end);
        return new Row(
                index,
                List.of(line),
                text,
                Chars.fold(text),
                List.of(new Run(0, line.offset() + start, end - start)),
                gap);
    }

    private static Row unwrap(int index, Line line, int start, int end, int gap) {
        String raw = line.text();
        int printed = widestPiece(raw);
        StringBuilder text = new StringBuilder(end - start);
        List<Run> runs = new ArrayList<>();
        int from = start;
        int used = 0;
        for (int i = start; i < end; i++) {
            char c = raw.charAt(i);
            if (!Chars.isWhite(c)) {
                used += Chars.width(c);
                continue;
            }
            int next = i;
            while (Chars.isWhite(raw.charAt(next))) {
                next++;
            }
            if (isLineEnd(raw, i, next, end, used, printed)) {
                runs.add(new Run(text.length(), line.offset() + from, i - from));
                text.append(raw, from, i);
                from = next;
                used = 0;
            } else {
                used += next - i;
            }
            i = next - 1;
        }
        runs.add(new Run(text.length(), line.offset() + from, end - from));
        text.append(raw, from, end);
        return new Row(index, List.of(line), text.toString(), Chars.fold(text), runs, gap);
    }

    private static boolean isLineEnd(String raw, int blank, int next, int end, int used, int printed) {
        char before = Chars.fold(raw.charAt(blank - 1));
        char after = Chars.fold(raw.charAt(next));
        if (Chars.isAsciiWord(before) && Chars.isAsciiWord(after) && !Chars.isDigit(after)) {
            return false;
        }
        if (used >= printed - 3) {
            return true;
        }
        int piece = 0;
        for (int i = next; i < end && !Chars.isWhite(raw.charAt(i)); i++) {
            piece += Chars.width(raw.charAt(i));
        }
        return used + 1 + piece > printed + 2;
    }

    private static int widestPiece(String text) {
        int widest = 0;
        int piece = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            piece = Chars.isWhite(c) ? 0 : piece + Chars.width(c);
            widest = Math.max(widest, piece);
        }
        return widest;
    }

    static int width(String text, int start, int end) {
        int width = 0;
        for (int i = start; i < end; i++) {
            width += Chars.width(text.charAt(i));
        }
        return width;
    }
}
