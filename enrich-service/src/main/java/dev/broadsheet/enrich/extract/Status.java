package dev.broadsheet.enrich.extract;

/** Whether a figure has been reached or is planned. */
public enum Status {
    ACTUAL,
    TARGET
}
