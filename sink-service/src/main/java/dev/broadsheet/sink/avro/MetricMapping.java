package dev.broadsheet.sink.avro;

import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.Period;
import dev.broadsheet.sink.store.StoredMetric;
import dev.broadsheet.sink.store.StoredMetric.Amount;
import dev.broadsheet.sink.store.StoredMetric.Evidence;
import dev.broadsheet.sink.store.StoredMetric.Flag;
import dev.broadsheet.sink.store.StoredMetric.Span;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Figures; their numbers travel as plain decimal strings. */
final class MetricMapping {
    private MetricMapping() {}

    static StoredMetric metric(Metric metric) {
        return new StoredMetric(
                metric.getMetricId(),
                new Evidence(
                        metric.getQuote(), metric.getBlock(), metric.getStart(), metric.getEnd(), metric.getLines()),
                metric.getIndicator(),
                metric.getCanonicalIndicator(),
                metric.getSubject(),
                new Amount(
                        metric.getRawValue(),
                        number(metric.getValue()),
                        metric.getUnit(),
                        number(metric.getNormalizedValue()),
                        metric.getNormalizedUnit(),
                        number(metric.getMin()),
                        number(metric.getMax())),
                metric.getQualifier().name(),
                metric.getStatus().name(),
                metric.getKind().name(),
                metric.getGrowthBase() == null ? null : metric.getGrowthBase().name(),
                span(metric.getPeriod()),
                metric.getFlags().stream()
                        .map(flag -> new Flag(flag.getCheck().name(), flag.getMetricIds()))
                        .toList(),
                metric.getExtractor());
    }

    static @Nullable Span span(@Nullable Period period) {
        return period == null ? null : new Span(period.getText(), period.getFrom(), period.getTo());
    }

    static @Nullable BigDecimal number(@Nullable String plain) {
        return plain == null ? null : new BigDecimal(plain);
    }
}
