package dev.broadsheet.enrich.check;

import dev.broadsheet.enrich.extract.GrowthBase;
import dev.broadsheet.enrich.extract.MetricKind;
import dev.broadsheet.enrich.extract.MetricPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Holds a growth against the two levels that its sentence tells with it: 从100亿元增长到150亿元，增长50%. Stateless. */
final class GrowthCheck {
    private GrowthCheck() {}

    static List<Comparison> of(PrintedSentence sentence) {
        List<Comparison> found = new ArrayList<>();
        for (int i = 0; i + 2 < sentence.figures().size(); i++) {
            PrintedFigure from = sentence.figures().get(i);
            PrintedFigure to = sentence.figures().get(i + 1);
            PrintedFigure growth = sentence.figures().get(i + 2);
            if (growth.metric().kind() == MetricKind.GROWTH
                    && areLevels(from, to)
                    && isPath(sentence, i)
                    && spans(growth, from, to)) {
                add(growth, from, to, told(sentence.before(i + 2)), found);
            }
        }
        return found;
    }

    private static boolean areLevels(PrintedFigure from, PrintedFigure to) {
        return from.metric().kind() != MetricKind.GROWTH
                && to.metric().kind() != MetricKind.GROWTH
                && from.metric().normalizedUnit().equals(to.metric().normalizedUnit());
    }

    /** 同比 is one year's: behind a path of several it is of the last one only. */
    private static boolean spans(PrintedFigure growth, PrintedFigure from, PrintedFigure to) {
        MetricPeriod before = from.metric().period();
        MetricPeriod after = to.metric().period();
        if (growth.metric().growthBase() != GrowthBase.YEAR_ON_YEAR || (before == null && after == null)) {
            return true;
        }
        LocalDate first = before == null ? null : before.from();
        LocalDate last = after == null ? null : after.from();
        return first != null && last != null && first.plusYears(1).equals(last);
    }

    /** Whether the figure at {@code from} is reached the next one from: 由2020年的|增长到2023年的|. */
    private static boolean isPath(PrintedSentence sentence, int from) {
        String before = sentence.before(from);
        String clause = before.substring(lastMark(before) + 1);
        String way = sentence.before(from + 1);
        return CheckWords.holds(CheckWords.FROM, clause) && Claim.firstOf(way, "，。；：（）") < 0 && reaches(way);
    }

    /** 增长到, also where a year stands behind it: 增长到2023年的. */
    private static boolean reaches(String way) {
        int end = way.length();
        while (end > 0 && "0123456789年的底末目前现在今去上".indexOf(way.charAt(end - 1)) >= 0) {
            end--;
        }
        return CheckWords.endsWithReach(way.substring(0, end));
    }

    private static int lastMark(String text) {
        return Math.max(text.lastIndexOf('，'), Math.max(text.lastIndexOf('；'), text.lastIndexOf('：')));
    }

    /** The words of the growth alone; empty where something else is told there, or where it is another growth (年均). */
    private static String told(String gap) {
        int mark = gap.indexOf('，');
        String words = gap.substring(mark + 1);
        boolean plain = mark >= 0 && mark <= Claim.LONGEST_NOUN && !CheckWords.holds(CheckWords.APART, gap);
        return plain && CheckWords.isGrowthOnly(words) ? words : "";
    }

    private static void add(
            PrintedFigure growth, PrintedFigure from, PrintedFigure to, String words, List<Comparison> found) {
        if (!words.isEmpty()) {
            Boolean agrees = agrees(growth, from, to, CheckWords.isUp(words));
            if (agrees != null) {
                found.add(new Comparison(Check.GROWTH, growth.index(), List.of(from.index(), to.index()), agrees));
            }
        }
    }

    /** Whether the growth is that from one level to the other; null where it cannot be told. {@code up} is null where no word tells the direction. */
    static @Nullable Boolean agrees(PrintedFigure growth, PrintedFigure from, PrintedFigure to, @Nullable Boolean up) {
        Interval told = growth.interval();
        Interval base = from.interval();
        Interval level = to.interval();
        if (told == null || base == null || level == null) {
            return null;
        }
        Interval change = change(growth, base, level, from.metric().normalizedUnit());
        if (change == null) {
            return null;
        }
        boolean rises = change.meets(told);
        boolean falls = change.negated().meets(told);
        return up == null ? rises || falls : up ? rises : falls;
    }

    private static @Nullable Interval change(PrintedFigure growth, Interval base, Interval level, String unit) {
        if (!growth.metric().normalizedUnit().equals("percent")) {
            return null;
        }
        if (growth.metric().unit().endsWith("百分点")) {
            return unit.equals("percent") ? level.minus(base) : null;
        }
        return level.growthFrom(base);
    }
}
