package dev.broadsheet.enrich.project;

import dev.broadsheet.enrich.extract.MetricMention;

/** An amount of money that goes into a project. */
public record Investment(InvestmentKind kind, MetricMention metric) {}
