package dev.broadsheet.ingest.split;

/** The kind of an article. PHOTO is a picture with its caption, with or without a headline. */
public enum Kind {
    NEWS,
    COMMENTARY,
    FEATURE,
    PHOTO
}
