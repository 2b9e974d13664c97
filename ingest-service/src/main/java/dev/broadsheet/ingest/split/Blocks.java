package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;

/** Makes blocks of rows. White space at a seam goes; between two rows of a headline, and between two Latin words, stands one blank. */
final class Blocks {
    private Blocks() {}

    static List<Block> of(List<Placed> rows) {
        List<List<Row>> parts = new ArrayList<>();
        List<Role> roles = new ArrayList<>();
        for (Placed placed : rows) {
            Role role = placed.state().role();
            int open = placed.state().isMore() ? openPart(placed, role, parts, roles) : -1;
            if (open < 0) {
                open = parts.size();
                parts.add(new ArrayList<>());
                roles.add(role);
            }
            parts.get(open).add(placed.row());
        }
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            blocks.add(block(roles.get(i), parts.get(i)));
        }
        return blocks;
    }

    /** The part that a row goes on: the one that ends with the row it names, else the last of its role above captions; -1 if there is none. */
    private static int openPart(Placed placed, Role role, List<List<Row>> parts, List<Role> roles) {
        for (int i = parts.size() - 1; i >= 0 && placed.torn() != null; i--) {
            List<Row> part = parts.get(i);
            if (part.get(part.size() - 1).equals(placed.torn())) {
                return i;
            }
        }
        int last = parts.size() - 1;
        while (last > 0 && role == Role.BODY && roles.get(last) == Role.CAPTION) {
            last--;
        }
        return last >= 0 && roles.get(last) == role ? last : -1;
    }

    static Block block(Role role, List<Row> rows) {
        StringBuilder text = new StringBuilder();
        List<Run> runs = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (Row row : rows) {
            if (!text.isEmpty() && needsBlank(role, text.charAt(text.length() - 1), row)) {
                text.append(' ');
            }
            for (Run run : row.runs()) {
                runs.add(new Run(text.length() + run.blockOffset(), run.pageOffset(), run.length()));
            }
            text.append(row.text());
            row.lines().forEach(line -> lines.add(line.number()));
        }
        return new Block(role, text.toString(), lines, runs);
    }

    private static boolean needsBlank(Role role, char before, Row row) {
        return needsBlank(before, row.first())
                || (role == Role.TITLE && row.text().length() > 3);
    }

    /** Whether two characters that a line end parted are ends of two words. */
    static boolean needsBlank(char before, char after) {
        return Chars.isAsciiWord(before)
                && Chars.isAsciiWord(after)
                && !(Chars.isDigit(before) && Chars.isDigit(after));
    }
}
