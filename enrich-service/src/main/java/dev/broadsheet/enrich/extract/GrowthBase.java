package dev.broadsheet.enrich.extract;

/** What a growth is measured against. {@code OTHER}: another year, a plan, an average; {@code UNKNOWN}: the text does not say. */
public enum GrowthBase {
    UNKNOWN,
    YEAR_ON_YEAR,
    PREVIOUS_PERIOD,
    YEAR_START,
    ANNUAL_AVERAGE,
    OTHER
}
