package dev.broadsheet.ingest.split;

/** Classes of characters. Folding is for matching only: it never changes what a block says. */
final class Chars {
    private static final String STOPS = "。!?…";
    private static final String CLOSERS = "”’\"'」』》)]】";

    private Chars() {}

    /** White space as the conservation rule means it: the characters of Unicode's White_Space and the four ASCII separators. */
    static boolean isWhite(char c) {
        if (c < 0x80) {
            return c == ' ' || (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1F);
        }
        return c == 0x85
                || c == 0xA0
                || c == 0x1680
                || (c >= 0x2000 && c <= 0x200A)
                || c == 0x2028
                || c == 0x2029
                || c == 0x202F
                || c == 0x205F
                || c == 0x3000;
    }

    static boolean isBlank(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isWhite(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Full-width forms of ASCII to ASCII, white space to a blank. */
    static char fold(char c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return (char) (c - 0xFEE0);
        }
        return isWhite(c) ? ' ' : c;
    }

    static String fold(CharSequence text) {
        char[] folded = new char[text.length()];
        for (int i = 0; i < folded.length; i++) {
            folded[i] = fold(text.charAt(i));
        }
        return new String(folded);
    }

    static boolean isHan(char c) {
        return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == '〇';
    }

    static boolean isDigit(char folded) {
        return folded >= '0' && folded <= '9';
    }

    static boolean isAsciiWord(char folded) {
        return isDigit(folded) || (folded >= 'a' && folded <= 'z') || (folded >= 'A' && folded <= 'Z');
    }

    static boolean isStop(char folded) {
        return STOPS.indexOf(folded) >= 0;
    }

    static boolean isCloser(char folded) {
        return CLOSERS.indexOf(folded) >= 0;
    }

    /** Columns a character takes in print: 2 for full-width, 1 for ASCII. */
    static int width(char c) {
        return c < 0x2E80 && c != '“' && c != '”' && c != '—' && c != '…' ? 1 : 2;
    }
}
