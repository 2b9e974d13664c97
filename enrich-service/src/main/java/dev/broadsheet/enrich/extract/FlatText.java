package dev.broadsheet.enrich.extract;

/**
 * A block's text made easy to scan: layout spaces dropped, digits, letters and punctuation in one width, quotation marks paired
 * as “ and ”. Every position leads back to the block, so what is found here is reported as the block has it. Immutable.
 *
 * <p>White space between two ASCII letters or digits stays as one space; in headlines any white space does, because there it
 * separates phrases.
 */
public final class FlatText {
    private final String source;
    private final String text;
    /** The same characters: reading a string's one by one takes longer. */
    private final char[] characters;

    private final int[] origin;
    private final boolean headline;

    private FlatText(String source, String text, int[] origin, boolean headline) {
        this.headline = headline;
        this.source = source;
        this.text = text;
        this.characters = text.toCharArray();
        this.origin = origin;
    }

    public static FlatText of(String source, boolean headline) {
        StringBuilder out = new StringBuilder(source.length());
        int[] origin = new int[source.length()];
        boolean open = false;
        boolean gap = false;
        for (int i = 0; i < source.length(); i++) {
            char raw = source.charAt(i);
            if (isSpace(raw)) {
                gap = true;
                continue;
            }
            if (gap && !out.isEmpty() && (headline || (isAscii(out.charAt(out.length() - 1)) && isAscii(raw)))) {
                origin[out.length()] = i - 1;
                out.append(' ');
            }
            gap = false;
            char folded = fold(raw);
            if (raw == '"' || raw == '＂') {
                folded = open ? '”' : '“';
                open = !open;
            } else if (folded == ',' && !betweenDigits(source, i)) {
                folded = '，';
            }
            origin[out.length()] = i;
            out.append(folded);
        }
        return new FlatText(source, out.toString(), origin, headline);
    }

    public String text() {
        return text;
    }

    boolean isHeadline() {
        return headline;
    }

    public int length() {
        return text.length();
    }

    char at(int index) {
        return index >= 0 && index < characters.length ? characters[index] : 0;
    }

    public int sourceStart(int flatStart) {
        return origin[flatStart];
    }

    public int sourceEnd(int flatEnd) {
        return origin[flatEnd - 1] + 1;
    }

    /** The block's own characters behind a stretch of this text. */
    public String original(int flatStart, int flatEnd) {
        return source.substring(sourceStart(flatStart), sourceEnd(flatEnd));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || c == '\u00a0' || c == '\u3000' || c == '\ufeff' || c == '\u200b';
    }

    private static boolean isAscii(char c) {
        char f = fold(c);
        return (f >= '0' && f <= '9') || (f >= 'a' && f <= 'z') || (f >= 'A' && f <= 'Z');
    }

    private static boolean betweenDigits(String s, int i) {
        return i > 0 && i + 1 < s.length() && isDigit(s.charAt(i - 1)) && isDigit(s.charAt(i + 1));
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char fold(char c) {
        if ((c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ')) {
            return (char) (c - '０' + '0');
        }
        return switch (c) {
            case '(' -> '（';
            case ')' -> '）';
            case ':' -> '：';
            case ';' -> '；';
            case '?' -> '？';
            case '!' -> '！';
            case '％', '﹪' -> '%';
            case '．' -> '.';
            case '＋' -> '+';
            case '～', '〜' -> '~';
            case '－', '‐', '‑', '–' -> '-';
            case '─', '―' -> '—';
            case '「', '『' -> '“';
            case '」', '』' -> '”';
            case '•', '‧', '・', '⋅' -> '·';
            default -> c;
        };
    }
}
