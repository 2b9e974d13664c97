package dev.broadsheet.enrich.link;

/**
 * A mention of a place on the way to its division.
 *
 * @param name without layout spaces
 * @param gap what stands between it and the place mentioned before it
 */
record PlaceMention(String name, int block, Gap gap) {
    enum Gap {
        /** Nothing: 荥阳市|王村镇. */
        ADJACENT,
        /** A mark or word of lists: 小营村、北街村. */
        LISTED,
        /** Anything else, or the block starts with it. */
        OTHER
    }
}
