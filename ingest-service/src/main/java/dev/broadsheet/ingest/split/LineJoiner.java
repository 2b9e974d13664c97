package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the printed lines of a paragraph together again, in dumps that have each printed line on a line of its own. Such a page is recognised by
 * most rows being as wide as a neighbour. There a paragraph goes on behind every row that fills its column, up to the next indented row if
 * the page indents its paragraphs.
 */
final class LineJoiner {
    private static final int NARROWEST = 16;
    private static final int WIDEST = 90;
    private static final int SLACK = 2;
    private static final int INDENT = 4;
    private static final int FEWEST_ROWS = 12;
    private static final int SHARE = 45;
    private final List<Row> rows;
    private final int[] widths;
    private final boolean indents;
    private final Datelines datelines = new Datelines();

    private LineJoiner(List<Row> rows) {
        this.rows = rows;
        widths = new int[rows.size()];
        int indented = 0;
        for (int i = 0; i < widths.length; i++) {
            Row row = rows.get(i);
            boolean in = row.isIndented();
            indented += in ? 1 : 0;
            widths[i] = Unwrapper.width(row.text(), 0, row.text().length()) + (in ? INDENT : 0);
        }
        indents = indented * FEWEST_ROWS > rows.size();
    }

    static List<Row> join(List<Row> rows) {
        LineJoiner joiner = new LineJoiner(rows);
        return joiner.isLinePage() ? joiner.joined() : rows;
    }

    private boolean isLinePage() {
        int alike = 0;
        for (int i = 0; i < widths.length; i++) {
            boolean above = i > 0 && isAlike(widths[i], widths[i - 1]);
            boolean below = i + 1 < widths.length && isAlike(widths[i], widths[i + 1]);
            alike += isColumn(widths[i]) && (above || below) ? 1 : 0;
        }
        return alike >= FEWEST_ROWS && alike * 100 > widths.length * SHARE;
    }

    private static boolean isColumn(int width) {
        return width >= NARROWEST && width <= WIDEST;
    }

    private List<Row> joined() {
        List<Row> joined = new ArrayList<>();
        int from = 0;
        int column = 0;
        while (from < widths.length) {
            int to = from + 1;
            if (canBegin(from, column)) {
                while (to < widths.length && goesOn(to - 1, widths[from])) {
                    to++;
                }
            }
            column = to - from > 1 ? widths[from] : column;
            joined.add(Row.of(joined.size(), rows.subList(from, to)));
            from = to;
        }
        return joined;
    }

    /** Whether a paragraph of several rows may begin here: by its indent, or by a width that the column before or the next rows have. */
    private boolean canBegin(int i, int column) {
        if (!isColumn(widths[i])
                || (indents && !rows.get(i).isIndented() && !hasStop(rows.get(i).folded()))) {
            return false;
        }
        boolean begun = i + 2 < widths.length && isAlike(widths[i], widths[i + 1]) && isAlike(widths[i], widths[i + 2]);
        return rows.get(i).isIndented() || isAlike(widths[i], column) || begun;
    }

    /** Whether row `i` fills its column, and the next belongs to the same paragraph. */
    private boolean goesOn(int i, int column) {
        Row next = rows.get(i + 1);
        return isAlike(widths[i], column)
                && (isAlike(widths[i + 1], column) || (widths[i + 1] < column && isEnd(next.last())))
                && next.gap() == 0
                && !next.isIndented()
                && datelines.end(next.folded()) == 0;
    }

    /** The last row of a paragraph ends a sentence; a short one that does not is a headline or a caption's row. */
    private static boolean isEnd(char folded) {
        return Chars.isStop(folded) || Chars.isCloser(folded) || folded == ':' || folded == ';';
    }

    private static boolean isAlike(int width, int other) {
        return Math.abs(width - other) <= SLACK;
    }

    private static boolean hasStop(String folded) {
        return folded.indexOf(',') >= 0 || folded.indexOf('。') >= 0;
    }
}
