package dev.broadsheet.enrich.indicator;

import dev.broadsheet.enrich.extract.FlatText;
import dev.broadsheet.enrich.extract.Lexicon;
import dev.broadsheet.enrich.extract.MetricKind;
import dev.broadsheet.enrich.extract.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings what a figure measures under one name: GDP and 全市生产总值 are 地区生产总值. Only a name that {@code indicators.tsv} lists as a whole is known, but
 * for the words of {@code indicator-decorations.tsv} around it; any other word beside it (人均, 非公经济) makes something else of it. Stateless, any thread.
 */
public final class Indicators {
    /** Longer ones are phrases, no names. */
    private static final int LONGEST = 60;

    private static final Set<String> GROUPS = Set.of("lead", "tail", "growth");
    private static final Map<String, Indicator> KNOWN = known();
    private static final Table DECORATIONS = Table.read(
            Indicators.class, "indicator-decorations.tsv", 2, row -> check(GROUPS.contains(row.get(1)), row));
    private static final Lexicon LEADS = Lexicon.of(DECORATIONS.group("lead"));
    private static final Lexicon TAILS = Lexicon.reversed(DECORATIONS.group("tail"));
    private static final Lexicon GROWTHS = Lexicon.reversed(DECORATIONS.group("growth"));

    private Indicators() {}

    /** The canonical name of what a figure of this kind and normalised unit measures; null where the table knows none. */
    public static @Nullable String canonical(String indicator, MetricKind kind, String normalizedUnit) {
        Indicator found = find(plain(indicator), kind);
        return found != null && found.admits(kind, normalizedUnit) ? found.name() : null;
    }

    /** Whether the growth of this canonical indicator is told at constant prices; false for names that the table lacks. */
    public static boolean growsAtConstantPrices(String canonical) {
        Indicator found = KNOWN.get(canonical);
        return found != null && found.atConstantPrices();
    }

    private static @Nullable Indicator find(String name, MetricKind kind) {
        int from = 0;
        int to = name.length() > LONGEST ? 0 : name.length();
        while (from < to) {
            Indicator found = KNOWN.get(name.substring(from, to));
            if (found != null) {
                return found;
            }
            int tail = TAILS.longestEnding(name, to, from);
            if (tail == 0 && kind == MetricKind.GROWTH) {
                tail = GROWTHS.longestEnding(name, to, from);
            }
            int lead = tail > 0 ? 0 : LEADS.matchLength(name, from, to);
            if (tail + lead == 0) {
                return null;
            }
            to -= tail;
            from += lead;
        }
        return null;
    }

    /** Without layout and quotation marks, Latin letters as capitals. */
    private static String plain(String indicator) {
        String flat = FlatText.of(indicator, false).text();
        return flat.replace("“", "").replace("”", "").replace(" ", "").toUpperCase(Locale.ROOT);
    }

    private static Map<String, Indicator> known() {
        Map<String, Indicator> known = new HashMap<>();
        Table.read(Indicators.class, "indicators.tsv", 4, row -> add(row, known));
        return Map.copyOf(known);
    }

    private static void add(List<String> row, Map<String, Indicator> known) {
        String growth = row.get(2);
        check(growth.equals("real") || growth.equals("-"), row);
        Indicator indicator =
                new Indicator(row.get(0), Set.copyOf(Arrays.asList(row.get(1).split(" ", -1))), growth.equals("real"));
        put(row.get(0), indicator, known);
        for (String form : row.get(3).split(" ", -1)) {
            if (!form.isEmpty()) {
                put(form, indicator, known);
            }
        }
    }

    private static void put(String form, Indicator indicator, Map<String, Indicator> known) {
        Indicator other = known.put(plain(form), indicator);
        if (other != null) {
            throw new IllegalArgumentException(form + " is " + other.name() + " and " + indicator.name());
        }
    }

    private static void check(boolean holds, List<String> row) {
        if (!holds) {
            throw new IllegalArgumentException("no such word as in " + row);
        }
    }
}
