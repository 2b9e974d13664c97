package dev.broadsheet.ingest.split;

import java.util.List;

/**
 * Gives text the form in which credits, datelines and heads are looked up: traditional characters of their words simplified, all
 * brackets and middle dots of one kind. As long as the text, so that offsets hold. Names are cut from the text as printed.
 */
final class Script {
    private static final String OPENERS = "【〔[︵〖﹝︹︻";
    private static final String CLOSERS = "】〕]︶〗﹞︺︼";
    private static final String DOTS = "•‧・∙";
    private static final String BARS = "丨╱│∕︱";
    private static final char[] SIMPLE = table();

    private static char[] table() {
        char[] simple = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c < simple.length; c++) {
            simple[c] = (char) c;
        }
        for (List<String> row : Vocabulary.table("traditional.tsv", 3)) {
            simple[row.get(0).charAt(0)] = row.get(1).charAt(0);
        }
        put(simple, OPENERS, '(');
        put(simple, CLOSERS, ')');
        put(simple, DOTS, '·');
        put(simple, BARS, '/');
        return simple;
    }

    private static void put(char[] simple, String from, char to) {
        for (int i = 0; i < from.length(); i++) {
            simple[from.charAt(i)] = to;
        }
    }

    /** The text itself if nothing in it changes. */
    String plain(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (SIMPLE[folded.charAt(i)] != folded.charAt(i)) {
                return changed(folded);
            }
        }
        return folded;
    }

    char plain(char folded) {
        return SIMPLE[folded];
    }

    private String changed(String folded) {
        char[] plain = folded.toCharArray();
        for (int i = 0; i < plain.length; i++) {
            plain[i] = SIMPLE[plain[i]];
        }
        return new String(plain);
    }
}
