package dev.broadsheet.enrich.extract;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of {@code periods.tsv}: 去年, 本月, 目前, 春运, 十四五. Immutable, one for all. */
final class PeriodWords {
    private static final Map<String, Function<Integer, PeriodMeaning>> MEANINGS = Map.of(
            "none", number -> PeriodMeaning.NONE,
            "year", number -> within(Stretch.Origin.ISSUE_YEAR, number),
            "quarter", number -> within(Stretch.Origin.ISSUE_QUARTER, number),
            "month", number -> within(Stretch.Origin.ISSUE_MONTH, number),
            "week", number -> within(Stretch.Origin.ISSUE_WEEK, number),
            "day", number -> within(Stretch.Origin.ISSUE_DAY, number),
            "now",
                    number -> PeriodMeaning.of(
                            PeriodMeaning.Scope.UNTIL, Stretch.whole(Stretch.Origin.ISSUE_DAY, number)),
            "since-year",
                    number -> PeriodMeaning.of(
                            PeriodMeaning.Scope.SINCE, Stretch.whole(Stretch.Origin.ISSUE_YEAR, number)),
            "this-year", number -> within(Stretch.Origin.TOLD_YEAR, number),
            "years", number -> PeriodMeaning.of(PeriodMeaning.Scope.WITHIN, Stretch.years(number, number + 4)));

    /** Read behind {@code MEANINGS}, which the rows are checked with. */
    private static final Table TABLE = Table.read(PeriodWords.class, "periods.tsv", 3, row -> meaning(row.get(2)));

    /** {@code word} stands for itself; behind {@code year}, {@code month} and {@code week} a part of them may follow. */
    static final PeriodWords TIMES = new PeriodWords("word");

    static final PeriodWords YEARS = new PeriodWords("year");
    static final PeriodWords MONTHS = new PeriodWords("month");
    static final PeriodWords WEEKS = new PeriodWords("week");
    static final PeriodWords SEASONS = new PeriodWords("season");
    /** Seasons only at the end of a phrase: 2021年春，. */
    static final PeriodWords BRIEF_SEASONS = new PeriodWords("season-brief");

    static final PeriodWords PLANS = new PeriodWords("plan");
    static final PeriodWords PLAN_TAILS = new PeriodWords("plan-tail");
    /** Parts of a plan's time whose years nobody tells: 初期, 中后期. */
    static final PeriodWords PLAN_PARTS = new PeriodWords("plan-part");

    static final PeriodWords DECADE_PARTS = new PeriodWords("decade-part");
    static final PeriodWords UNTIL = new PeriodWords("until");
    static final PeriodWords FORMER = new PeriodWords("former");
    /** Times only where they open a clause: 过去，. */
    static final PeriodWords OPENINGS = new PeriodWords("opening");

    /** Behind a number of years, months or days: 三年里, 两个月间. */
    static final PeriodWords THROUGH = new PeriodWords("through");

    /** Behind the beginning of a time: it goes on to the issue. */
    static final PeriodWords NOW = new PeriodWords("now");

    static final PeriodWords COMPARED = new PeriodWords("compared");

    private final Lexicon lexicon;
    private final Map<String, PeriodMeaning> meanings;

    private PeriodWords(String group) {
        List<List<String>> rows =
                TABLE.rows().stream().filter(row -> row.get(1).equals(group)).toList();
        this.lexicon = Lexicon.of(rows.stream().map(row -> row.get(0)).toList());
        this.meanings =
                rows.stream().collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> meaning(row.get(2))));
    }

    /** The characters that these words, of all groups, open with. */
    static String opens() {
        return TABLE.rows().stream().map(row -> row.get(0).substring(0, 1)).collect(Collectors.joining());
    }

    /** Length of the longest of these words at that position, or 0. */
    int length(String text, int from, int limit) {
        return lexicon.matchLength(text, from, limit);
    }

    /** What that word means; {@link PeriodMeaning#NONE} where no calendar tells. */
    PeriodMeaning meaning(String text, int from, int length) {
        return meanings.getOrDefault(text.substring(from, from + length), PeriodMeaning.NONE);
    }

    private static PeriodMeaning within(Stretch.Origin origin, int number) {
        return PeriodMeaning.of(PeriodMeaning.Scope.WITHIN, Stretch.whole(origin, number));
    }

    /** The meaning of {@code unit} or {@code unit:number}. */
    private static PeriodMeaning meaning(String code) {
        int colon = code.indexOf(':');
        String unit = colon < 0 ? code : code.substring(0, colon);
        Function<Integer, PeriodMeaning> found = MEANINGS.get(unit);
        if (found == null) {
            throw new IllegalArgumentException(code + " is no meaning of a time");
        }
        return found.apply(colon < 0 ? 0 : Integer.parseInt(code.substring(colon + 1)));
    }
}
