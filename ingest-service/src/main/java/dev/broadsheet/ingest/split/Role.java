package dev.broadsheet.ingest.split;

/** What a block of lines is on the page. SECTION and FURNITURE stand outside articles. */
public enum Role {
    KICKER,
    TITLE,
    SUBTITLE,
    BYLINE,
    SUBHEAD,
    BODY,
    CAPTION,
    SECTION,
    FURNITURE
}
