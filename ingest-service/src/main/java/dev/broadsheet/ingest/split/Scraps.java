package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds headlines that the dump printed one or two characters a line, often in the middle of another article's sentence: three and
 * more short rows in a row, one of a single character at least, or single characters that stand alone.
 */
final class Scraps {
    private static final int SHORT = 4;
    private static final int BRIDGE = 10;
    private static final int FEWEST = 3;
    private static final int FEWEST_LETTERS = 4;
    private static final int MOST_LETTERS = 40;
    private static final int SHORTEST_TEXT = 30;

    private Scraps() {}

    static List<List<Row>> find(List<Row> rows) {
        List<List<Row>> runs = new ArrayList<>();
        int i = 0;
        while (i < rows.size()) {
            int end = end(rows, i);
            if (end > i && isRun(rows, i, end)) {
                runs.add(List.copyOf(rows.subList(i, end)));
            }
            i = Math.max(end, i + 1);
        }
        return runs;
    }

    /** Whether scraps stand where a headline can stand, behind a whole sentence or another short row, and no other row has their words. */
    static boolean isHeadline(List<Row> run, Row before, List<Row> rows) {
        int letters = run.stream().mapToInt(Scraps::letters).sum();
        boolean closed = Chars.isStop(before.last()) || Chars.isCloser(before.last());
        String words = run.stream().map(Row::folded).collect(Collectors.joining());
        return rows.stream().noneMatch(row -> row.folded().contains(words))
                && letters >= FEWEST_LETTERS
                && letters <= MOST_LETTERS
                && (closed || before.text().length() < SHORTEST_TEXT);
    }

    private static int end(List<Row> rows, int from) {
        int i = from;
        while (i < rows.size() && (isShort(rows.get(i)) || (i > from && isBridge(rows, i)))) {
            i++;
        }
        return i;
    }

    private static boolean isBridge(List<Row> rows, int i) {
        return rows.get(i).text().length() <= BRIDGE
                && isPlain(rows.get(i))
                && i + 1 < rows.size()
                && letters(rows.get(i + 1)) <= 2
                && isShort(rows.get(i + 1));
    }

    private static boolean isShort(Row row) {
        return letters(row) <= SHORT && isPlain(row) && !row.folded().equals("本报讯");
    }

    private static int letters(Row row) {
        if (row.text().length() > BRIDGE) {
            return row.text().length();
        }
        int letters = 0;
        for (int i = 0; i < row.text().length(); i++) {
            letters += Character.isLetterOrDigit(row.text().charAt(i)) ? 1 : 0;
        }
        return letters;
    }

    private static boolean isPlain(Row row) {
        String text = row.folded();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Chars.isStop(c) || c == ',' || c == '、' || c == ';' || c == ')') {
                return false;
            }
        }
        return true;
    }

    private static boolean isRun(List<Row> rows, int from, int to) {
        int singles = 0;
        for (int i = from; i < to; i++) {
            singles += letters(rows.get(i)) == 1 ? 1 : 0;
        }
        return singles == to - from || (singles > 0 && to - from >= FEWEST);
    }
}
