package dev.broadsheet.sink.text;

/**
 * What a character is to the index: a Chinese character that stands for itself, part of a word, white space that is layout,
 * or a break. The SQL function {@code article_query} holds the same ranges; a test compares the two.
 */
final class Scripts {
    enum Sort {
        HAN,
        WORD,
        SPACE,
        BREAK
    }

    private Scripts() {}

    static Sort sort(int c) {
        if (c < 0x80) {
            return ascii(c);
        }
        if (isHan(c)) {
            return Sort.HAN;
        }
        if (c == 0xA0 || c == 0x3000) {
            return Sort.SPACE;
        }
        return isMark(c) ? Sort.BREAK : Sort.WORD;
    }

    private static Sort ascii(int c) {
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            return Sort.SPACE;
        }
        boolean word = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return word ? Sort.WORD : Sort.BREAK;
    }

    private static boolean isHan(int c) {
        return c == 0x3005
                || c == 0x3007
                || in(c, 0x3400, 0x4DBF)
                || in(c, 0x4E00, 0x9FFF)
                || in(c, 0xF900, 0xFAFF)
                || in(c, 0x20000, 0x3FFFF);
    }

    // Punctuation, symbols, lone surrogates and private use; everything else above ASCII is a letter, digit or accent.
    private static boolean isMark(int c) {
        return in(c, 0x80, 0xBF)
                || c == 0xD7
                || c == 0xF7
                || in(c, 0x2000, 0x2BFF)
                || in(c, 0x2E00, 0x303F)
                || in(c, 0xD800, 0xF8FF)
                || in(c, 0xFE00, 0xFE6F)
                || in(c, 0xFF00, 0xFF20)
                || in(c, 0xFF3B, 0xFF40)
                || in(c, 0xFF5B, 0xFF65)
                || in(c, 0xFFE0, 0xFFFF)
                || c > 0x3FFFF;
    }

    private static boolean in(int c, int from, int to) {
        return c >= from && c <= to;
    }
}
