package dev.broadsheet.enrich.check;

import dev.broadsheet.enrich.extract.GrowthBase;
import dev.broadsheet.enrich.extract.MetricKind;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.MetricPeriod;
import dev.broadsheet.enrich.extract.Status;
import dev.broadsheet.enrich.indicator.Indicators;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds a year-on-year growth against the levels of its period and of the same period a year before, wherever the article tells them. Growth at constant prices
 * does not follow from levels, so it is left alone. One object per article.
 */
final class YearCheck {
    /** More levels of one thing and time are of several things. */
    private static final int MOST = 8;

    private record Key(String name, LocalDate from, LocalDate to) {
        Key yearBefore() {
            boolean wholeMonth = to.getDayOfMonth() == to.lengthOfMonth();
            LocalDate end = to.minusYears(1);
            return new Key(name, from.minusYears(1), wholeMonth ? end.withDayOfMonth(end.lengthOfMonth()) : end);
        }
    }

    private record Growth(
            Key key, PrintedFigure figure, @Nullable Boolean up) {}

    private final Map<Key, List<PrintedFigure>> levels = new HashMap<>();
    private final List<Growth> growths = new ArrayList<>();

    void add(PrintedSentence sentence) {
        for (int i = 0; i < sentence.figures().size(); i++) {
            PrintedFigure figure = sentence.figures().get(i);
            Key key = key(figure.metric());
            if (key == null) {
                continue;
            }
            if (figure.isLevel()) {
                List<PrintedFigure> same = levels.computeIfAbsent(key, any -> new ArrayList<>());
                if (same.size() <= MOST && figure.interval() != null) {
                    same.add(figure);
                }
            } else if (isPlainGrowth(figure.metric()) && !CheckWords.holds(CheckWords.APART, sentence.before(i))) {
                growths.add(new Growth(key, figure, CheckWords.isUp(sentence.before(i))));
            }
        }
    }

    List<Comparison> comparisons() {
        List<Comparison> found = new ArrayList<>();
        for (Growth growth : growths) {
            PrintedFigure to = only(growth.key(), growth.figure());
            PrintedFigure from = only(growth.key().yearBefore(), growth.figure());
            if (to != null
                    && from != null
                    && from.metric().normalizedUnit().equals(to.metric().normalizedUnit())) {
                Boolean agrees = GrowthCheck.agrees(growth.figure(), from, to, growth.up());
                if (agrees != null) {
                    found.add(new Comparison(
                            Check.GROWTH, growth.figure().index(), List.of(from.index(), to.index()), agrees));
                }
            }
        }
        return found;
    }

    /** The one level of that name and time that the growth may be of; null where there is none, or several that differ. */
    private @Nullable PrintedFigure only(Key key, PrintedFigure growth) {
        List<PrintedFigure> all = levels.getOrDefault(key, List.of());
        if (all.size() > MOST) {
            return null;
        }
        List<PrintedFigure> same = all.stream()
                .filter(level -> Name.mayShareSubject(level.metric(), growth.metric()))
                .toList();
        boolean one = same.stream()
                .allMatch(
                        level -> same.stream().allMatch(other -> interval(level).meets(interval(other))));
        return same.isEmpty() || !one ? null : same.get(0);
    }

    private static Interval interval(PrintedFigure figure) {
        return Objects.requireNonNull(figure.interval());
    }

    private static @Nullable Key key(MetricMention metric) {
        MetricPeriod period = metric.period();
        if (metric.status() != Status.ACTUAL || period == null) {
            return null;
        }
        LocalDate from = period.from();
        LocalDate to = period.to();
        return from == null || to == null ? null : new Key(Name.of(metric), from, to);
    }

    private static boolean isPlainGrowth(MetricMention metric) {
        return metric.kind() == MetricKind.GROWTH
                && metric.growthBase() == GrowthBase.YEAR_ON_YEAR
                && !metric.unit().endsWith("百分点")
                && !Indicators.growsAtConstantPrices(Name.of(metric));
    }
}
