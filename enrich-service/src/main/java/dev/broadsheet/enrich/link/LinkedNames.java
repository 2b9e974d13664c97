package dev.broadsheet.enrich.link;

import dev.broadsheet.enrich.extract.FlatText;

/** How canonical names are written. Stateless. */
final class LinkedNames {
    private static final String MARKS = "“”‘’\"";

    private LinkedNames() {}

    /** The name in one width, without layout spaces and quotation marks. */
    static String plain(String text) {
        String flat = FlatText.of(text, false).text();
        if (!hasMarks(flat)) {
            return flat;
        }
        StringBuilder out = new StringBuilder(flat.length());
        for (int i = 0; i < flat.length(); i++) {
            if (MARKS.indexOf(flat.charAt(i)) < 0) {
                out.append(flat.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean hasMarks(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (MARKS.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }
}
