package dev.broadsheet.sink.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text as {@link SearchVector} does, and remembers where each piece came from: folding (NFKC) changes lengths, so it is done character
 * by character, each with the marks that belong to it. The end of a line ends a block. A pure function.
 */
final class Pieces {
    private final List<Piece> pieces = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private int wordStart;
    private int wordEnd;
    private int position = 1;

    private Pieces() {}

    static List<Piece> of(String text) {
        Pieces pieces = new Pieces();
        for (int start = 0; start < text.length(); ) {
            int end = end(text, start);
            String folded = Normalizer.normalize(text.substring(start, end), Normalizer.Form.NFKC);
            int from = start;
            folded.codePoints().forEach(character -> pieces.take(character, from, end));
            start = end;
        }
        pieces.endWord();
        return pieces.pieces;
    }

    private static int end(String text, int start) {
        int end = start + Character.charCount(text.codePointAt(start));
        while (end < text.length() && isMark(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        return end;
    }

    private static boolean isMark(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> character == 0xFF9E || character == 0xFF9F; // of half-width kana
        };
    }

    private void take(int character, int start, int end) {
        switch (character == '\n' ? Scripts.Sort.BREAK : Scripts.sort(character)) {
            case HAN -> {
                endWord();
                pieces.add(new Piece(Character.toString(character), true, position++, start, end));
            }
            case WORD -> {
                wordStart = word.isEmpty() ? start : wordStart;
                wordEnd = end;
                word.appendCodePoint(character);
            }
            case SPACE -> endWord();
            case BREAK -> {
                endWord();
                position++;
            }
        }
    }

    private void endWord() {
        if (!word.isEmpty()) {
            pieces.add(new Piece(SearchVector.lexeme(word), false, position++, wordStart, wordEnd));
            word.setLength(0);
        }
    }
}
