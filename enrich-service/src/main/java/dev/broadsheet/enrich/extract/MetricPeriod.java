package dev.broadsheet.enrich.extract;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The time a figure is about: as written, without layout, and its first and last day as far as text and issue date tell. */
public record MetricPeriod(
        String text, @Nullable LocalDate from, @Nullable LocalDate to) {}
