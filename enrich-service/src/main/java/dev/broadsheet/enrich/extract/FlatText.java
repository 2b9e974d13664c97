package dev.broadsheet.enrich.extract;

import java.util.Arrays;

/**
 * A block's text made easy to scan: layout spaces dropped, digits, letters and punctuation in one width, quotation marks paired
 * as “ and ”. Every position leads back to the block, so what is found here is reported as the block has it. Immutable.
 *
 * <p>White space between two ASCII letters or digits stays as one space; in headlines any white space does, because there it
 * separates phrases.
 */
public final class FlatText {
    /** Digits between the commas of a large number. */
    private static final int GROUP = 3;

    private final String source;
    private final String text;
    /** The same characters: reading a string's one by one takes longer. */
    private final char[] characters;

    private final int[] origin;
    private final boolean headline;

    private FlatText(String source, char[] characters, int[] origin, boolean headline) {
        this.headline = headline;
        this.source = source;
        this.text = new String(characters);
        this.characters = characters;
        this.origin = origin;
    }

    public static FlatText of(String source, boolean headline) {
        char[] out = new char[source.length()];
        int[] origin = new int[source.length()];
        int length = 0;
        boolean open = false;
        boolean gap = false;
        for (int i = 0; i < source.length(); i++) {
            char raw = source.charAt(i);
            boolean han = PersonNames.isHan(raw);
            if (!han && isSpace(raw)) {
                gap = true;
                continue;
            }
            if (gap && length > 0 && (headline || (isAscii(out[length - 1]) && isAscii(raw)))) {
                origin[length] = i - 1;
                out[length++] = ' ';
            }
            gap = false;
            char folded = han ? raw : fold(raw);
            if (raw == '"' || raw == '＂') {
                folded = open ? '”' : '“';
                open = !open;
            } else if (folded == ',' && !betweenDigits(source, i)) {
                folded = '，';
            } else if (folded == '，' && groupsDigits(source, i)) {
                folded = ',';
            }
            origin[length] = i;
            out[length++] = folded;
        }
        return new FlatText(source, length == out.length ? out : Arrays.copyOf(out, length), origin, headline);
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

    /** The wide comma of 82，225元: between one to three digits and exactly three that something is counted in; no list's (5、82，225). */
    private static boolean groupsDigits(String s, int comma) {
        int start = comma;
        while (start > 0 && comma - start <= GROUP && isDigit(fold(s.charAt(start - 1)))) {
            start--;
        }
        int end = comma + 1 + GROUP;
        char before = start > 0 ? fold(s.charAt(start - 1)) : ' ';
        boolean later = before == '，' && start > 1 && isDigit(fold(s.charAt(start - 2)));
        boolean head = comma - start == GROUP || (!later && comma > start && comma - start < GROUP);
        boolean number = head && before != '.' && before != '、' && (later || fold(s.charAt(start)) != '0');
        boolean more = end < s.length() && s.charAt(end) == '，' && isGroup(s, end + 1);
        return number && isGroup(s, comma + 1) && (more || isCounted(s, end));
    }

    private static boolean isGroup(String s, int from) {
        int end = from;
        while (end < s.length() && end - from <= GROUP && isDigit(fold(s.charAt(end)))) {
            end++;
        }
        return end - from == GROUP;
    }

    private static boolean isCounted(String s, int end) {
        return end < s.length() && "、。，；：！？） ".indexOf(fold(s.charAt(end))) < 0;
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
