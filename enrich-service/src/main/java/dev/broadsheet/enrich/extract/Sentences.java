package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.List;

/** Cuts a flat text into sentences of bounded length, so that everything that runs per sentence stays linear. Stateless. */
public final class Sentences {
    /** Longer sentences are cut at their last clause, or hard: no printed sentence is that long. */
    private static final int LONGEST = 600;

    private Sentences() {}

    public static List<Span> of(String text) {
        List<Span> sentences = new ArrayList<>();
        int start = 0;
        int clause = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isClauseEnd(c)) {
                clause = i + 1;
            }
            int end = -1;
            if (isEnd(c)) {
                end = i + 1;
                while (end < text.length() && end - start < LONGEST && isCloser(text.charAt(end))) {
                    end++;
                }
            } else if (i + 1 - start >= LONGEST) {
                end = clause > start ? clause : Character.isHighSurrogate(c) ? i : i + 1;
            }
            if (end > 0) {
                sentences.add(new Span(start, end));
                start = end;
                i = Math.max(i, end - 1);
            }
        }
        if (start < text.length()) {
            sentences.add(new Span(start, text.length()));
        }
        return sentences;
    }

    static boolean isEnd(char c) {
        return c == '。' || c == '！' || c == '？';
    }

    public static boolean isClauseEnd(char c) {
        return c == '，' || c == '；' || c == '：' || isEnd(c);
    }

    private static boolean isCloser(char c) {
        return c == '”' || c == '’' || c == '）' || isEnd(c);
    }
}
