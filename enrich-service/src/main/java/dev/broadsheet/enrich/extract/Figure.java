package dev.broadsheet.enrich.extract;

/** A quantity and the metric that was made of it. */
record Figure(Quantity quantity, MetricMention metric) {}
