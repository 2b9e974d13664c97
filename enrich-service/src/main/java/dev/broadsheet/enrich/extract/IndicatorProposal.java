package dev.broadsheet.enrich.extract;

/**
 * Words of a sentence that may say what a figure measures.
 *
 * @param words the words, for {@link IndicatorForm#AROUND} those behind the figure; empty where the figure before has them all
 * @param lead what stands in front of {@code words}: the words before the figure; empty where there are none
 * @param steps how many words {@code lead} or {@code words} reach back, how many times the figure's edge was moved, how many characters the
 *     figure before lends, or how many words the last thing of a list has more than this one, and 4
 * @param text of the forms whose name begins with ITEM; else empty
 */
record IndicatorProposal(IndicatorForm form, Span words, Span lead, int steps, String text) {
    private static final Span NOTHING = new Span(0, 0);

    static IndicatorProposal of(IndicatorForm form, Span words, int steps) {
        return new IndicatorProposal(form, words, NOTHING, steps, "");
    }

    static IndicatorProposal around(Span lead, Span words, int steps) {
        return new IndicatorProposal(IndicatorForm.AROUND, words, lead, steps, "");
    }

    static IndicatorProposal item(IndicatorForm form, Span item, int steps, String text) {
        return new IndicatorProposal(form, item, NOTHING, steps, text);
    }

    /** The stretch that holds these words and the figure, or the figure alone where the words stand elsewhere. */
    Span quote(Quantity figure) {
        return switch (form) {
            case BEFORE, CUT, LAST_BEFORE, LAST_END -> new Span(words.start(), figure.end());
            case AROUND -> new Span(lead.start(), words.end());
            case BEHIND, UNIT_BEHIND -> new Span(figure.start(), words.end());
            default -> new Span(figure.start(), figure.end());
        };
    }
}
