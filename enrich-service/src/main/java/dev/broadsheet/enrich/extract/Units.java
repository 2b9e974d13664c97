package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The units table, longest match first. Immutable. */
final class Units {
    private static final List<Unit> ROWS = Table.read("units.tsv", 4).rows().stream()
            .map(row -> new Unit(
                    row.get(0),
                    row.get(1),
                    new BigDecimal(row.get(2)),
                    row.get(3).equals("small")))
            .toList();
    private static final Lexicon WORDS =
            Lexicon.of(ROWS.stream().map(Unit::text).toList());

    private Units() {}

    static @Nullable Unit at(String text, int from, int limit) {
        int length = WORDS.matchLength(text, from, limit);
        return length == 0 ? null : ROWS.get(WORDS.row(text, from, from + length));
    }

    static boolean startsLatinUnit(String text, int from, int limit) {
        int length = WORDS.matchLength(text, from, limit);
        if (length == 0) {
            return false;
        }
        char next = from + length < limit ? text.charAt(from + length) : 0;
        return !(next >= 'a' && next <= 'z') && !(next >= 'A' && next <= 'Z') && !FlatText.isDigit(next);
    }

    static Unit money() {
        return new Unit("", "CNY", BigDecimal.ONE, false);
    }
}
