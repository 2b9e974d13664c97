package dev.broadsheet.system.chaos;

/**
 * One file that is handed in.
 *
 * @param slot publication, date and page that its name tells, the same for all versions of a page; empty where the name tells nothing
 */
record Delivery(Kind kind, String fileName, String text, String slot) {
    /** What is handed in, and so what has to become of it. */
    enum Kind {
        /** Bytes that come but once (and again as DUPLICATE): split, enriched, stored. */
        PAGE,
        /** One of several versions of a page: the newest stands, the others are superseded or late. */
        VERSION,
        /** The bytes of an earlier PAGE under another name: a duplicate. */
        DUPLICATE,
        /** The splitter throws or hangs: a dead letter of split, and nothing more. */
        SPLIT_FAILS,
        /** The extractor throws or hangs on the first article: a dead letter of enrich; the other articles stand. */
        ENRICH_FAILS,
        /** Holds a character that PostgreSQL refuses: dead letters of the sink; the other articles stand. */
        STORE_REFUSES,
        /** Empty or binary: rejected. */
        REJECTED,
        /** Cut off while it is read: whatever was read is an issue or rejected, and so accounted for. */
        TRUNCATED
    }
}
