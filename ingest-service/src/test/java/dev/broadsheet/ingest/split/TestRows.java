package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;

/** Rows for tests of what works on rows, each one line with a blank line between. */
final class TestRows {
    private TestRows() {}

    static List<Row> of(String... texts) {
        List<Row> rows = new ArrayList<>();
        for (String text : texts) {
            int index = rows.size();
            String folded = Chars.fold(text);
            rows.add(new Row(index, List.of(new Line(index + 1, 0, text)), text, folded, List.of(), 1));
        }
        return rows;
    }

    static long traits(Trait... traits) {
        long all = 0;
        for (Trait trait : traits) {
            all |= trait.bit();
        }
        return all;
    }
}
