package dev.broadsheet.chinese;

import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.common.Term;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Runs one HanLP segment over text of any length and content, and gives its words exact offsets.
 *
 * <p>HanLP sees a stand-in of the same length: what its tries cannot take (controls, lone surrogates, private use) is
 * a blank there. Words are cut from the original, so whatever HanLP does to its copy, they are substrings of the text.
 */
final class PieceSegmenter {
    private final Segment segment;

    PieceSegmenter(Segment segment) {
        this.segment = segment;
    }

    List<Token> tokens(String text) {
        return tokens(text, 0, text.length());
    }

    List<Token> tokens(String text, int start, int end) {
        List<Token> tokens = new ArrayList<>((end - start) / 2 + 1);
        for (int from = start; from < end; ) {
            int to = Pieces.end(text, from, end);
            add(tokens, text, from, to);
            from = to;
        }
        return Collections.unmodifiableList(tokens);
    }

    private void add(List<Token> tokens, String text, int from, int to) {
        List<Term> terms = segment.seg(StandIn.of(text, from, to));
        if (!covers(terms, to - from)) {
            characters(tokens, text, from, to);
            return;
        }
        int start = from;
        int walked = from;
        for (Term term : terms) {
            walked += term.word.length();
            // HanLP counts UTF-16 units and may cut a surrogate pair in two: the first word takes the whole pair.
            int end = walked < to && splitsPair(text, walked) ? walked + 1 : walked;
            if (end > start) {
                tokens.add(new Token(word(term.word, text, start, end), tag(term), start, end));
                start = end;
            }
        }
    }

    /** HanLP's own word where the text has it so: it may be the same object that stood for the word before. */
    private static String word(String word, String text, int start, int end) {
        return word.length() == end - start && text.startsWith(word, start) ? word : text.substring(start, end);
    }

    private static String tag(Term term) {
        return term.nature == null ? "x" : term.nature.toString();
    }

    private static boolean splitsPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at - 1)) && Character.isLowSurrogate(text.charAt(at));
    }

    private static boolean covers(List<Term> terms, int length) {
        int sum = 0;
        for (Term term : terms) {
            sum += term.word.length();
        }
        return sum == length;
    }

    /** What is left when HanLP loses characters: each stands alone, and no offset is wrong. */
    private static void characters(List<Token> tokens, String text, int from, int to) {
        for (int start = from; start < to; ) {
            int end = start + Character.charCount(text.codePointAt(start));
            tokens.add(new Token(text.substring(start, end), "x", start, end));
            start = end;
        }
    }
}
