package dev.broadsheet.enrich.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells from the words before a growth what it is measured against: 同比, 环比, 较年初, 比2019年, 年均. Stateless. */
final class GrowthBaseReader {
    private static final List<List<String>> ROWS = Table.read(
                    GrowthBaseReader.class, "growth-bases.tsv", 2, row -> GrowthBase.valueOf(row.get(1)))
            .rows();
    private static final Lexicon WORDS =
            Lexicon.of(ROWS.stream().map(row -> row.get(0)).toList());

    private GrowthBaseReader() {}

    /** The last base named from {@code from} to {@code to}; null where none is. */
    static @Nullable GrowthBase between(String text, int from, int to) {
        GrowthBase found = null;
        for (int i = from; i < to; ) {
            int length = WORDS.matchLength(text, i, to);
            if (length == 0) {
                i++;
                continue;
            }
            found = GrowthBase.valueOf(ROWS.get(WORDS.row(text, i, i + length)).get(1));
            i += length;
        }
        return found;
    }
}
