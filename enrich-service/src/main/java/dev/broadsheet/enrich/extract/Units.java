package dev.broadsheet.enrich.extract;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The units table, longest match first. Immutable. */
final class Units {
    private static final Table TABLE = Table.read("units.tsv", 4);
    private static final List<Unit> ROWS = rows(false);
    private static final Lexicon WORDS =
            Lexicon.of(ROWS.stream().map(Unit::text).toList());
    /** Those that stand before the number: ¥, US$, 人民币. */
    private static final List<Unit> CURRENCIES = rows(true);

    private static final Lexicon CURRENCY_ENDS =
            Lexicon.reversed(CURRENCIES.stream().map(Unit::text).toList());

    private Units() {}

    private static List<Unit> rows(boolean prefix) {
        return TABLE.rows().stream()
                .filter(row -> row.get(3).equals("before") == prefix)
                .map(row -> new Unit(
                        row.get(0),
                        row.get(1),
                        new BigDecimal(row.get(2)),
                        row.get(3).equals("small")))
                .toList();
    }

    static @Nullable Unit at(String text, int from, int limit) {
        int length = WORDS.matchLength(text, from, limit);
        return length == 0 ? null : ROWS.get(WORDS.row(text, from, from + length));
    }

    /** The unit that is spelled so; the table has it. */
    static Unit named(String text) {
        return Objects.requireNonNull(at(text, 0, text.length()), text);
    }

    /** The row of one unit per another (毫克/升), or null. */
    static @Nullable Unit rate(Unit unit, Unit below) {
        String text = unit.text() + "/" + below.text();
        Unit row = at(text, 0, text.length());
        return row != null && row.text().length() == text.length() ? row : null;
    }

    /** The currency that ends right before a number. */
    static @Nullable Unit currencyBefore(String text, int number, int floor) {
        int length = CURRENCY_ENDS.longestEnding(text, number, floor);
        if (length == 0) {
            return null;
        }
        String word = text.substring(number - length, number);
        return CURRENCIES.stream()
                .filter(unit -> unit.text().equals(word))
                .findFirst()
                .orElse(null);
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
