package dev.broadsheet.enrich.check;

import dev.broadsheet.enrich.extract.GrowthBase;
import dev.broadsheet.enrich.extract.MetricKind;
import dev.broadsheet.enrich.extract.MetricMention;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Holds a headline's figures against those of the body that are of the same thing: 总投资逾3100亿元 above, 总投资3105亿元 below. One that the body repeats anywhere
 * agrees; one that it nowhere repeats is at odds only with a figure that looks like the same one misprinted. One object per article.
 */
final class HeadlineCheck {
    /** More figures of one thing are of several things. */
    private static final int MOST = 16;
    /** A name that no table knows has to be long enough to mean one thing. */
    private static final int SHORTEST_NAME = 4;

    /** Without the status: headlines leave out 力争 and 计划. */
    private record Key(String name, String unit, MetricKind kind) {}

    private record Indexed(int index, MetricMention metric) {}

    private final Map<Key, List<Indexed>> headline = new LinkedHashMap<>();
    private final Map<Key, List<Indexed>> body = new HashMap<>();

    void add(int index, MetricMention metric, boolean isHeadline) {
        String name = Name.of(metric);
        boolean named = !metric.indicator().equals(metric.unit())
                && (Name.isCanonical(metric) || name.length() >= SHORTEST_NAME);
        if (named && Interval.of(metric) != null) {
            Key key = new Key(name, metric.normalizedUnit(), metric.kind());
            List<Indexed> same = (isHeadline ? headline : body).computeIfAbsent(key, any -> new ArrayList<>());
            if (same.size() <= MOST) {
                same.add(new Indexed(index, metric));
            }
        }
    }

    List<Comparison> comparisons() {
        List<Comparison> found = new ArrayList<>();
        headline.forEach((key, figures) -> {
            List<Indexed> candidates = body.getOrDefault(key, List.of());
            if (figures.size() <= MOST && candidates.size() <= MOST) {
                figures.forEach(figure -> compare(figure, candidates, found));
            }
        });
        return found;
    }

    private static void compare(Indexed figure, List<Indexed> candidates, List<Comparison> found) {
        List<Indexed> same = candidates.stream()
                .filter(other -> mayBeSame(figure.metric(), other.metric()))
                .toList();
        Interval printed = Objects.requireNonNull(Interval.rounded(figure.metric()));
        List<Indexed> equal = same.stream()
                .filter(other -> printed.meets(interval(other)) || isCutOff(figure.metric(), other.metric()))
                .toList();
        if (!equal.isEmpty()) {
            found.add(comparison(figure, equal, true));
            return;
        }
        List<Indexed> alike = same.stream()
                .filter(other -> Likeness.isMisprint(figure.metric(), other.metric()))
                .toList();
        boolean one = alike.stream()
                .allMatch(
                        some -> alike.stream().allMatch(other -> interval(some).meets(interval(other))));
        if (!alike.isEmpty() && one) {
            found.add(comparison(figure, alike, false));
        }
    }

    /** 50万 above, 50.8万 below: a headline may drop what stands behind its last place, of which it prints two at least. */
    private static boolean isCutOff(MetricMention headline, MetricMention body) {
        BigDecimal above = headline.normalizedValue();
        BigDecimal below = body.normalizedValue();
        BigDecimal written = headline.value();
        return above != null
                && below != null
                && written != null
                && written.compareTo(BigDecimal.TEN) >= 0
                && below.compareTo(above) >= 0
                && below.subtract(above).compareTo(Interval.lastPlace(headline)) < 0;
    }

    private static boolean mayBeSame(MetricMention one, MetricMention other) {
        return Name.mayShareSubject(one, other)
                && Name.mayShareTime(one.period(), other.period())
                && (one.growthBase() == other.growthBase()
                        || one.growthBase() == GrowthBase.UNKNOWN
                        || other.growthBase() == GrowthBase.UNKNOWN);
    }

    private static Comparison comparison(Indexed figure, List<Indexed> others, boolean agrees) {
        return new Comparison(
                Check.HEADLINE,
                figure.index(),
                others.stream().map(Indexed::index).toList(),
                agrees);
    }

    private static Interval interval(Indexed figure) {
        return Objects.requireNonNull(Interval.of(figure.metric()));
    }

    /** Whether one figure looks like the other misprinted. */
    private static final class Likeness {
        private static final BigDecimal NEAR = new BigDecimal("1.25");
        private static final int DIGITS = 3;

        /** Within a quarter, the same digits at another scale (亿 for 万), or one digit of three or more that differs. */
        static boolean isMisprint(MetricMention one, MetricMention other) {
            BigDecimal a = one.normalizedValue();
            BigDecimal b = other.normalizedValue();
            if (a == null || b == null || a.signum() * b.signum() <= 0) {
                return false;
            }
            BigDecimal small = a.abs().min(b.abs());
            BigDecimal large = a.abs().max(b.abs());
            return large.compareTo(small.multiply(NEAR)) <= 0 || isDigitApart(small, large);
        }

        private static boolean isDigitApart(BigDecimal one, BigDecimal other) {
            String a = one.stripTrailingZeros().unscaledValue().toString();
            String b = other.stripTrailingZeros().unscaledValue().toString();
            if (a.length() != b.length() || a.length() < DIGITS) {
                return a.length() > 1 && a.equals(b);
            }
            int apart = 0;
            for (int i = 0; i < a.length(); i++) {
                apart += a.charAt(i) == b.charAt(i) ? 0 : 1;
            }
            return apart == 0 || (apart == 1 && one.precision() - one.scale() == other.precision() - other.scale());
        }
    }
}
