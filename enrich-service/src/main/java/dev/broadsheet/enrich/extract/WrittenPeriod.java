package dev.broadsheet.enrich.extract;

/**
 * A time where a text names it.
 *
 * @param deadline whether it ends in 前 (6月底前), so that what is due by it lies ahead
 */
record WrittenPeriod(Span span, PeriodMeaning meaning, Reach reach, boolean deadline) {
    /**
     * Of which figures it can be the time: of those behind it in the {@code SENTENCE}; of the very {@code NEXT} one (原来的2米); of none,
     * because they are only {@code COMPARED} with it (比去年同期) or it tells {@code NOTHING} (近年来).
     */
    enum Reach {
        SENTENCE,
        NEXT,
        COMPARED,
        NOTHING
    }
}
