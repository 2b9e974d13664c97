package dev.broadsheet.sink.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A search as the index understands it ({@code article_query} in SQL): its terms, each a phrase, and where they stand in a text. A pure
 * function of both.
 */
public final class Terms {
    /** The SQL function reads no more. */
    public static final int LONGEST = 200;

    private static final Pattern TERM = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");

    private final List<List<Piece>> phrases;

    private Terms(List<List<Piece>> phrases) {
        this.phrases = phrases;
    }

    /** A stretch of a text, in UTF-16 units. */
    public record Span(int start, int end) {}

    /** At most {@link #LONGEST} characters after NFKC are read. */
    public static Terms of(String query) {
        String normal = Normalizer.normalize(query, Normalizer.Form.NFKC);
        int length = Math.min(LONGEST, normal.codePointCount(0, normal.length()));
        Matcher terms = TERM.matcher(normal.substring(0, normal.offsetByCodePoints(0, length)));
        List<List<Piece>> phrases = new ArrayList<>();
        while (terms.find()) {
            List<Piece> phrase = Pieces.of(terms.group(1) == null ? terms.group(2) : terms.group(1));
            if (!phrase.isEmpty()) {
                phrases.add(phrase);
            }
        }
        return new Terms(phrases);
    }

    /** Nothing that could be searched for. */
    public boolean isEmpty() {
        return phrases.isEmpty();
    }

    /** Whether a text has to be looked at to tell whether it holds every term: some term is more than one pair or word. */
    public boolean hasPhrase() {
        return phrases.stream().anyMatch(phrase -> phrase.size() > 2 || (phrase.size() == 2 && !isPair(phrase)));
    }

    /** Where terms stand, in order, without overlaps. */
    public List<Span> hits(String text) {
        List<Piece> pieces = Pieces.of(text);
        Map<Integer, Piece> at = new HashMap<>();
        pieces.forEach(piece -> at.put(piece.position(), piece));
        List<Span> hits = new ArrayList<>();
        for (Piece piece : pieces) {
            int end = 0;
            for (List<Piece> phrase : phrases) {
                end = Math.max(end, end(phrase, piece, at));
            }
            if (end > 0) {
                add(hits, new Span(piece.start(), end));
            }
        }
        return hits;
    }

    private static int end(List<Piece> phrase, Piece first, Map<Integer, Piece> at) {
        int end = 0;
        for (Piece wanted : phrase) {
            int distance = wanted.position() - phrase.get(0).position();
            Piece found = at.get(first.position() + distance);
            if (found == null || !found.lexeme().equals(wanted.lexeme())) {
                return 0;
            }
            end = found.end();
        }
        return end;
    }

    private static void add(List<Span> hits, Span hit) {
        Span last = hits.isEmpty() ? new Span(0, -1) : hits.get(hits.size() - 1);
        if (hit.start() <= last.end()) {
            hits.set(hits.size() - 1, new Span(last.start(), Math.max(last.end(), hit.end())));
        } else {
            hits.add(hit);
        }
    }

    private static boolean isPair(List<Piece> phrase) {
        return phrase.stream().allMatch(Piece::han)
                && phrase.get(1).position() == phrase.get(0).position() + 1;
    }
}
