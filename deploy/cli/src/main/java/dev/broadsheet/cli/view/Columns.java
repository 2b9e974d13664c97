package dev.broadsheet.cli.view;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;

/**
 * How wide text is on a terminal, in columns, by Unicode's East Asian Width: wide and fullwidth characters take two, marks and format
 * characters none. Characters of ambiguous width (“ ” · …) take one, as on most terminals. Pure.
 */
public final class Columns {
    private static final String GAP = "…";
    private static final int FIRST_PRINTABLE = ' ';
    private static final int CONTROL_PICTURES = 0x2400;

    private Columns() {}

    public static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    /**
     * The text in at most `width` columns (at least 4). What is too long loses its middle: where a line begins and how it ends tell
     * whether it was split and joined rightly.
     */
    public static String cut(String text, int width) {
        if (of(text) <= width) {
            return text;
        }
        int tail = (width - 1) / 4;
        int head = width - 1 - tail;
        return text.substring(0, prefix(text, head)) + GAP + text.substring(suffix(text, tail));
    }

    /** The text in exactly `width` columns: cut, or filled with blanks behind it. */
    public static String fit(String text, int width) {
        String shown = cut(visible(text), width);
        return shown + " ".repeat(width - of(shown));
    }

    /** Shows control characters as pictures (␉, ␌, ␛), so that no page can steer the terminal. */
    public static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> shown.appendCodePoint(visible(c)));
        return shown.toString();
    }

    private static int visible(int c) {
        if (c < FIRST_PRINTABLE) {
            return CONTROL_PICTURES + c;
        }
        boolean steers = Character.getType(c) == Character.CONTROL || Character.getType(c) == Character.FORMAT;
        return steers ? '\uFFFD' : c;
    }

    private static int of(int c) {
        int category = UCharacter.getType(c);
        if (category == ECharacterCategory.NON_SPACING_MARK
                || category == ECharacterCategory.ENCLOSING_MARK
                || category == ECharacterCategory.FORMAT) {
            return 0;
        }
        int width = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
        return width == EastAsianWidth.WIDE || width == EastAsianWidth.FULLWIDTH ? 2 : 1;
    }

    /** Where the longest beginning of at most `width` columns ends, in UTF-16 units. */
    private static int prefix(String text, int width) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int c = text.codePointAt(end);
            used += of(c);
            if (used > width) {
                break;
            }
            end += Character.charCount(c);
        }
        return end;
    }

    /** Where the longest end of at most `width` columns begins, in UTF-16 units. */
    private static int suffix(String text, int width) {
        int start = text.length();
        int used = 0;
        while (start > 0) {
            int c = text.codePointBefore(start);
            used += of(c);
            if (used > width) {
                break;
            }
            start -= Character.charCount(c);
        }
        return start;
    }
}
