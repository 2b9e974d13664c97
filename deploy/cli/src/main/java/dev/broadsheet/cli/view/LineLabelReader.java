package dev.broadsheet.cli.view;

import dev.broadsheet.ingest.split.Line;
import dev.broadsheet.ingest.split.Role;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads NAME.lines.tsv: a header, then `line article role joins head` for each line that is not blank. Refuses labels that are of
 * another text than the page, which `head`, the line's first characters, shows. One thread.
 */
final class LineLabelReader {
    private static final List<String> HEADER = List.of("line", "article", "role", "joins", "head");

    private final List<Line> page;
    private final Set<Integer> placed;
    private final SortedMap<Integer, LineLabel> labels = new TreeMap<>();

    private LineLabelReader(List<Line> page, Set<Integer> placed) {
        this.page = page;
        this.placed = placed;
    }

    /**
     * `placed` are the numbers of the page's lines that are not blank. Throws IOException that tells the line of the file, counted
     * from 1, and what is wrong with it.
     */
    static SortedMap<Integer, LineLabel> read(List<String> rows, List<Line> page, Set<Integer> placed)
            throws IOException {
        LineLabelReader reader = new LineLabelReader(page, placed);
        if (rows.isEmpty() || !cells(rows.get(0)).equals(HEADER)) {
            throw new IOException("line 1: the header must be " + String.join(", ", HEADER) + ", tab separated");
        }
        for (int i = 1; i < rows.size(); i++) {
            try {
                reader.add(cells(rows.get(i)));
            } catch (IllegalArgumentException e) {
                throw new IOException("line " + (i + 1) + ": " + e.getMessage(), e);
            }
        }
        return reader.labels;
    }

    /** The head may hold tabs of its own. */
    private static List<String> cells(String row) {
        return Arrays.asList(row.split("\t", HEADER.size()));
    }

    private void add(List<String> cells) {
        if (cells.size() != HEADER.size()) {
            throw new IllegalArgumentException("has " + cells.size() + " cells instead of " + HEADER.size());
        }
        int number = number(cells, 0);
        checkText(number, cells.get(4));
        int joins = number(cells, 3);
        if (joins > 1) {
            throw new IllegalArgumentException("joins must be 0 or 1, not " + joins);
        }
        LineLabel label = new LineLabel(number(cells, 1), role(cells.get(2)), joins == 1);
        if (labels.put(number, label) != null) {
            throw new IllegalArgumentException("labels page line " + number + " a second time");
        }
    }

    private void checkText(int number, String head) {
        if (number < 1 || number > lastLine()) {
            throw new IllegalArgumentException(
                    "labels page line " + number + ", but the page's last line is " + lastLine());
        }
        if (!placed.contains(number)) {
            throw new IllegalArgumentException("labels page line " + number + ", which is blank");
        }
        if (!solid(page.get(number - 1).text()).startsWith(solid(head))) {
            throw new IllegalArgumentException(
                    "is of another text: page line " + number + " does not begin with “" + head + "”");
        }
    }

    /** As editors count: what follows the last line end is no line where it is empty. */
    private int lastLine() {
        int lines = page.size();
        return page.get(lines - 1).text().isEmpty() ? lines - 1 : lines;
    }

    private static String solid(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", "");
    }

    private static int number(List<String> cells, int column) {
        String cell = cells.get(column);
        if (!cell.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(HEADER.get(column) + " must be a number, not “" + cell + "”");
        }
        return Integer.parseInt(cell);
    }

    private static Role role(String cell) {
        try {
            return Role.valueOf(cell.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("there is no role “" + cell + "”", e);
        }
    }
}
