package dev.broadsheet.sink.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * The text form of a {@code simple} tsvector of Chinese text, made without a dictionary: each Chinese character and each
 * overlapping pair stands at the character's position, any other run of letters and digits as one lower-cased word, after
 * NFKC. White space is layout and leaves no gap; punctuation and the end of a block leave a gap of one, so that no phrase
 * reaches across it. PostgreSQL's limits are kept by stopping early, which {@code complete} tells: positions up to 16,383,
 * at most 512 KiB of words, words cut at 64 characters; of one lexeme the first 255 positions. A pure function.
 */
public record SearchVector(String vector, boolean complete) {
    static final int LAST_POSITION = 16_383;
    static final int WORD_CHARS = 64;
    private static final int POSITIONS_OF_A_LEXEME = 255;
    private static final int LEXEME_BYTES = 512 * 1024;

    /** The vector of a text made of several blocks. */
    public static SearchVector of(List<String> blocks) {
        Builder builder = new Builder();
        blocks.forEach(builder::block);
        return builder.build();
    }

    /** How a word is written in the index. */
    static String lexeme(CharSequence word) {
        String lower = word.toString().toLowerCase(Locale.ROOT);
        int length = Math.min(WORD_CHARS, lower.codePointCount(0, lower.length()));
        return lower.substring(0, lower.offsetByCodePoints(0, length));
    }

    private static final class Builder {
        private final Map<String, Postings> lexemes = new LinkedHashMap<>();
        private final StringBuilder word = new StringBuilder();
        private int position = 1;
        private int bytes;
        private int previousHan = -1;
        private boolean complete = true;

        void block(String text) {
            String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
            for (int at = 0; at < normal.length() && complete; ) {
                int character = normal.codePointAt(at);
                take(character);
                at += Character.charCount(character);
            }
            breakRun();
        }

        private void take(int character) {
            switch (Scripts.sort(character)) {
                case HAN -> han(character);
                case WORD -> {
                    previousHan = -1;
                    word.appendCodePoint(character);
                }
                case SPACE -> endWord();
                case BREAK -> breakRun();
            }
        }

        private void han(int character) {
            endWord();
            String single = Character.toString(character);
            if (previousHan >= 0) {
                add(Character.toString(previousHan) + single, position - 1);
            }
            add(single, position);
            previousHan = character;
            position++;
        }

        private void endWord() {
            if (!word.isEmpty()) {
                add(lexeme(word), position++);
                word.setLength(0);
            }
        }

        private void breakRun() {
            endWord();
            previousHan = -1;
            position++;
        }

        private void add(String lexeme, int at) {
            Postings postings = lexemes.get(lexeme);
            if (postings == null) {
                bytes += lexeme.getBytes(StandardCharsets.UTF_8).length;
                postings = new Postings();
            }
            if (at > LAST_POSITION || bytes > LEXEME_BYTES) {
                complete = false;
                return;
            }
            lexemes.put(lexeme, postings);
            postings.add(at);
        }

        SearchVector build() {
            StringJoiner vector = new StringJoiner(" ");
            lexemes.forEach((lexeme, postings) -> vector.add("'" + lexeme + "':" + postings.text));
            return new SearchVector(vector.toString(), complete);
        }
    }

    private static final class Postings {
        private final StringBuilder text = new StringBuilder();
        private int count;

        void add(int position) {
            if (count++ < POSITIONS_OF_A_LEXEME) {
                text.append(text.isEmpty() ? "" : ",").append(position);
            }
        }
    }
}
