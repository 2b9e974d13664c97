package dev.broadsheet.chinese;

/**
 * Cuts long text where a sentence ends, so that a segmenter's memory follows the piece and not the text.
 *
 * <p>A pure function: same text, same pieces.
 */
final class Pieces {
    /** UTF-16 units. A word net takes about 1 KB a unit, so a piece stays under 2 MB. */
    static final int LIMIT = 1_500;

    private static final String SENTENCE_ENDS = "\n。！？!?；;…";
    private static final String PAUSES = "，,、：:）)”’》】 \t\u3000";

    private Pieces() {}

    /** The end of the piece of the text before {@code limit} that starts at {@code from}; greater than that, and never inside a surrogate pair. */
    static int end(CharSequence text, int from, int limit) {
        int furthest = Math.min(limit, from + LIMIT);
        if (furthest == limit) {
            return furthest;
        }
        int sentence = lastOf(SENTENCE_ENDS, text, from, furthest);
        if (sentence > from) {
            return sentence;
        }
        int pause = lastOf(PAUSES, text, from, furthest);
        if (pause > from) {
            return pause;
        }
        return Character.isHighSurrogate(text.charAt(furthest - 1)) ? furthest - 1 : furthest;
    }

    private static int lastOf(String marks, CharSequence text, int from, int to) {
        for (int i = to; i > from; i--) {
            if (marks.indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return from;
    }
}
