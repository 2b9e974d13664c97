package dev.broadsheet.enrich.extract;

import org.jspecify.annotations.Nullable;

/**
 * Reads what a figure is per, as {@link Quantity#per()} keeps it: behind it (元/平方米, 元每平方米) or said before it (每吨卖700元至900元,
 * 每升260毫克). What is counted by heads or time (每人500元, 每天3吨, 每年5万吨) stays a plain figure. Stateless.
 */
final class RateReader {
    private static final int REACH = 14;
    private static final int LONGEST_CHANGE = 5;
    private static final int LONGEST_COMPARISON = 16;
    private static final Lexicon DIFFERS =
            Lexicon.reversed(Table.read("figure-words.tsv", 2).group("differs"));

    private RateReader() {}

    /** The mark and the unit that stand right behind the measure (/平方米, 每平方米); empty where none do. */
    static String behind(String text, Measure measure, int limit) {
        int end = measure.end();
        if (end + 1 >= limit || (text.charAt(end) != '/' && text.charAt(end) != '每')) {
            return "";
        }
        Unit below = Units.at(text, end + 1, limit);
        boolean spoken = text.charAt(end) == '每';
        return below == null
                        || !below.isFigure()
                        || (spoken && !(below.isMeasure() && !measure.unit().isCount()))
                ? ""
                : text.substring(end, end + 1 + below.text().length());
    }

    /**
     * 每 with the unit said before the figure in its clause; empty where none is.
     *
     * @param previous the figure before, whose rate goes on in 每斤由3元涨到5元; null where there is none
     */
    static String before(Sentence sentence, Measure measure, @Nullable Quantity previous) {
        String text = sentence.text();
        int floor = Math.max(previous == null ? sentence.start() : previous.end(), measure.start() - REACH);
        for (int at = measure.start() - 1; at >= floor && !Sentences.isClauseEnd(text.charAt(at)); at--) {
            if (text.charAt(at) == '每') {
                Unit below = Units.at(text, at + 1, measure.start());
                if (below != null && (below.isDuration() || !below.isFigure())) {
                    continue;
                }
                boolean whole =
                        below != null && sentence.isEdge(at + 1 + below.text().length());
                return below != null && whole && isRate(measure.unit(), below) ? "每" + below.text() : "";
            }
        }
        boolean same = previous != null
                && previous.per().startsWith("每")
                && previous.unit().normal().equals(measure.unit().normal())
                && (goesOn(text, previous.end(), measure.start()) || isDifference(text, previous, measure));
        return previous != null && same ? previous.per() : "";
    }

    /** 涨到, 调整为, 或: nothing but a change or an alternative stands between the two. */
    private static boolean goesOn(String text, int from, int end) {
        for (int at = from; at < end; at++) {
            if (Sentences.isClauseEnd(text.charAt(at))) {
                return false;
            }
        }
        return end > from && end - from <= LONGEST_CHANGE && "到至为或和、".indexOf(text.charAt(end - 1)) >= 0;
    }

    /** 每公斤138元，比去年高出9元; 比去年多收80万元 is more than the price itself and none of it. */
    private static boolean isDifference(String text, Quantity previous, Measure measure) {
        int from = previous.end();
        int word = DIFFERS.longestEnding(text, measure.start(), from);
        String between = text.substring(from, measure.start() - word);
        return word > 0
                && between.startsWith("，")
                && between.length() <= LONGEST_COMPARISON
                && between.indexOf('，', 1) < 0
                && (between.length() == 1 || between.indexOf('比') > 0 || between.endsWith("于"))
                && measure.unit()
                                .normalize(measure.number().value())
                                .compareTo(previous.unit()
                                        .normalize(previous.number().value()))
                        < 0;
    }

    /** Money and amounts of something per measure of something else; counts, lengths and the like only where the table has their rate. */
    private static boolean isRate(Unit unit, Unit below) {
        if (Units.rate(unit, below) != null) {
            return !below.normal().equals("year");
        }
        boolean amount = unit.isMoney()
                || switch (unit.normal()) {
                    case "kg", "t", "jin", "l", "m3", "kWh", "tce" -> true;
                    default -> false;
                };
        return amount
                && below.isMeasure()
                && !below.isDuration()
                && !below.normal().equals(unit.normal());
    }
}
