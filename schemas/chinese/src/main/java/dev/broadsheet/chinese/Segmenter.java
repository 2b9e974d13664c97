package dev.broadsheet.chinese;

import java.util.List;

/**
 * Cuts text into words, without looking for names that are not in the dictionary.
 *
 * <p>The tokens stand in order and cover the text without gap or overlap. Any string is accepted: what is no valid
 * Unicode becomes a token like everything else. Any thread may call it, any number at once.
 */
public final class Segmenter {
    private final PieceSegmenter pieces;

    private Segmenter(PieceSegmenter pieces) {
        this.pieces = pieces;
    }

    /** Loads the dictionaries of this process on the first call (about a third of a second), later calls are free. */
    public static Segmenter create() {
        return new Segmenter(new PieceSegmenter(HanLp.words()));
    }

    public List<Token> segment(String text) {
        return pieces.tokens(text);
    }

    /** The words of a part of a text as if it stood alone; their offsets count from the text's start. */
    public List<Token> segment(String text, int start, int end) {
        return pieces.tokens(text, start, end);
    }
}
