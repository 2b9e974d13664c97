package dev.broadsheet.ingest.split;

import java.util.List;

/**
 * How an article's running text is written. `letters`: its length; `figures`, `self` and `arguments`: digits, first persons outside
 * quotations and words of argument in a thousand letters; `fresh`: it opens with yesterday's news.
 */
record Prose(int letters, double figures, double self, double arguments, boolean fresh) {
    private static final int LONGEST = 6_000;
    private static final int OPENING = 60;
    private static final String OPENERS = "“「『";
    private static final String CLOSERS = "”」』";

    static Prose of(Item item, List<String> argumentWords, List<String> freshWords) {
        StringBuilder text = new StringBuilder();
        for (Placed placed : item.rows()) {
            if (placed.isRunning() && text.length() < LONGEST) {
                text.append(placed.row().folded());
            }
        }
        String all = text.toString();
        int arguments = 0;
        for (String word : argumentWords) {
            arguments += count(all, word);
        }
        boolean fresh = Vocabulary.containsAny(all.substring(0, Math.min(all.length(), OPENING)), freshWords);
        double thousand = Math.max(1, all.length()) / 1000.0;
        return new Prose(all.length(), figures(all) / thousand, self(all) / thousand, arguments / thousand, fresh);
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }

    private static int figures(String text) {
        int figures = 0;
        for (int i = 0; i < text.length(); i++) {
            figures += Chars.isDigit(text.charAt(i)) || text.charAt(i) == '%' ? 1 : 0;
        }
        return figures;
    }

    private static int self(String text) {
        int self = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (OPENERS.indexOf(c) >= 0 || CLOSERS.indexOf(c) >= 0) {
                quoted = OPENERS.indexOf(c) >= 0;
            } else if (c == '我' && !quoted && !isOfPlace(text, i)) {
                self++;
            }
        }
        return self;
    }

    /** 我市, 我县: the paper's own place. */
    private static boolean isOfPlace(String text, int at) {
        return at + 1 < text.length() && "市县省区国州校院".indexOf(text.charAt(at + 1)) >= 0;
    }
}
