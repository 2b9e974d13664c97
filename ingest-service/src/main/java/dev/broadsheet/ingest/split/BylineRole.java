package dev.broadsheet.ingest.split;

/** As whom an article credits somebody. SOURCE is a desk or office credited in brackets. */
public enum BylineRole {
    REPORTER,
    CORRESPONDENT,
    PHOTOGRAPHER,
    AUTHOR,
    SOURCE
}
