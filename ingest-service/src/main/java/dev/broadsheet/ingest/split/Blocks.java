package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;

/** Makes blocks of rows. White space at a seam goes; between two rows of a headline, and between two Latin words, stands one blank. */
final class Blocks {
    private Blocks() {}

    static List<Block> of(List<Placed> rows) {
        List<Block> blocks = new ArrayList<>();
        List<Row> open = new ArrayList<>();
        Role role = Role.BODY;
        for (Placed placed : rows) {
            if (!open.isEmpty() && !(placed.state().isMore() && placed.state().role() == role)) {
                blocks.add(block(role, open));
                open.clear();
            }
            role = placed.state().role();
            open.add(placed.row());
        }
        if (!open.isEmpty()) {
            blocks.add(block(role, open));
        }
        return blocks;
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
            lines.add(row.line().number());
        }
        return new Block(role, text.toString(), lines, runs);
    }

    private static boolean needsBlank(Role role, char before, Row row) {
        char after = row.first();
        if (Chars.isAsciiWord(before) && Chars.isAsciiWord(after)) {
            return !Chars.isDigit(before) || !Chars.isDigit(after);
        }
        return role == Role.TITLE && row.text().length() > 3;
    }
}
