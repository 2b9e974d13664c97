package dev.broadsheet.cli.compare;

import dev.broadsheet.contracts.Metric;
import org.jspecify.annotations.Nullable;

/** A metric, as a difference tells it: the value normalized where it could be, else as printed. */
public record FoundFigure(
        String indicator,
        @Nullable String subject,
        String value,
        String unit,
        String status,
        @Nullable String period,
        String quote) {
    static FoundFigure of(Metric metric) {
        String normalized = metric.getNormalizedValue();
        return new FoundFigure(
                metric.getIndicator(),
                metric.getSubject(),
                normalized == null ? metric.getRawValue() : normalized,
                normalized == null ? metric.getUnit() : metric.getNormalizedUnit(),
                metric.getStatus().name(),
                metric.getPeriod() == null ? null : metric.getPeriod().getText(),
                metric.getQuote());
    }
}
