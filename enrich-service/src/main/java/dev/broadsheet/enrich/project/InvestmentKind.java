package dev.broadsheet.enrich.project;

/** What of a project an amount pays: all of it, what has been spent, or what is to be spent in a part of its time. */
public enum InvestmentKind {
    TOTAL,
    DONE,
    DUE
}
