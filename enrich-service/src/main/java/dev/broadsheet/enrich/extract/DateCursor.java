package dev.broadsheet.enrich.extract;

/** A place in a text that moves on over the words of a time. */
final class DateCursor {
    private static final String RANGE = "至到-—~";

    private final String text;
    private final int limit;
    private int at;

    DateCursor(String text, int from, int limit) {
        this.text = text;
        this.at = from;
        this.limit = limit;
    }

    String text() {
        return text;
    }

    int limit() {
        return limit;
    }

    int at() {
        return at;
    }

    void moveTo(int position) {
        at = position;
    }

    /** Moves over {@code word} where it stands here. */
    boolean took(String word) {
        if (at + word.length() > limit || !text.startsWith(word, at)) {
            return false;
        }
        at += word.length();
        return true;
    }

    /** Takes it where it is a word of its own; behind a year it always is one. */
    boolean tookWord(String word) {
        int start = at;
        boolean whole = took(word) && (isBehindYear(start) || PeriodEdges.isWord(text, start, at, limit));
        if (!whole) {
            at = start;
        }
        return whole;
    }

    /** Whether one of these characters stands at {@code index}. */
    boolean is(String characters, int index) {
        return index < limit && characters.indexOf(text.charAt(index)) >= 0;
    }

    void skip(char c) {
        if (at < limit && text.charAt(at) == c) {
            at++;
        }
    }

    /** Moves over the number here; -1, not moved, where none stands here. */
    int number() {
        int end = DateNumbers.smallEnd(text, at, limit);
        int number = end > at ? DateNumbers.small(text, at, end) : -1;
        at = number < 0 ? at : end;
        return number;
    }

    /** Behind the sign of a range at {@code from} (至, —), or {@code from} where there is none. */
    int rangeEnd(int from) {
        return rangeEnd(text, from, limit);
    }

    /** Behind the sign of a range at {@code from} (至, —), or {@code from} where there is none. */
    static int rangeEnd(String text, int from, int limit) {
        if (from >= limit || RANGE.indexOf(text.charAt(from)) < 0) {
            return from;
        }
        int end = from + 1;
        while (end < limit && text.charAt(end) == text.charAt(from)) {
            end++;
        }
        return end;
    }

    private boolean isBehindYear(int position) {
        return position > 0 && text.charAt(position - 1) == '年';
    }
}
