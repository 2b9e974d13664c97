package dev.broadsheet.enrich.check;

import dev.broadsheet.enrich.extract.FlatText;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.MetricPeriod;
import dev.broadsheet.enrich.indicator.Indicators;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What two figures must share to be of the same thing. */
final class Name {
    private Name() {}

    /** What is measured: the canonical name, else the words. */
    static String of(MetricMention metric) {
        String canonical = Indicators.canonical(metric.indicator(), metric.kind(), metric.normalizedUnit());
        return canonical != null
                ? canonical
                : FlatText.of(metric.indicator(), false).text();
    }

    static boolean isCanonical(MetricMention metric) {
        return Indicators.canonical(metric.indicator(), metric.kind(), metric.normalizedUnit()) != null;
    }

    /** Whether both may be about one subject: one is not told, or one's name holds the other's (青川 and 青川县). */
    static boolean mayShareSubject(MetricMention one, MetricMention other) {
        String a = one.subject();
        String b = other.subject();
        return a == null || b == null || a.contains(b) || b.contains(a);
    }

    /** Whether both may be of one time: one is not told, or both are the same. */
    static boolean mayShareTime(@Nullable MetricPeriod one, @Nullable MetricPeriod other) {
        if (one == null || other == null || one.equals(other)) {
            return true;
        }
        return (one.from() != null || one.to() != null)
                && Objects.equals(one.from(), other.from())
                && Objects.equals(one.to(), other.to());
    }
}
