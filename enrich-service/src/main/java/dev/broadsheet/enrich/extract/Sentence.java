package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sentence of a block with its words; all positions are positions of its flat text. Immutable. */
final class Sentence {
    private final FlatText flat;
    private final int block;
    private final int start;
    private final int end;
    private final List<Token> tokens;
    /** The same, for the questions that most of the time goes to. */
    private final Token[] own;
    /** Of each word its part of speech, as {@link WordTag} has it. */
    private final char[] tags;

    /** Of each position the word that holds it, or the first one behind it. */
    private final int[] words;

    /** @param tokens in order; empty for a sentence whose words nobody asks for */
    Sentence(FlatText flat, int block, int start, int end, List<Token> tokens) {
        this.flat = flat;
        this.block = block;
        this.start = start;
        this.end = end;
        this.tokens = tokens;
        this.own = tokens.toArray(Token[]::new);
        this.tags = new char[own.length];
        for (int i = 0; i < own.length; i++) {
            tags[i] = WordTag.of(own[i]);
        }
        this.words = new int[tokens.isEmpty() ? 0 : end - start];
        int word = 0;
        for (int i = 0; i < words.length; i++) {
            while (word < own.length && own[word].end() <= start + i) {
                word++;
            }
            words[i] = word;
        }
    }

    FlatText flat() {
        return flat;
    }

    int block() {
        return block;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    List<Token> tokens() {
        return tokens;
    }

    String text() {
        return flat.text();
    }

    char at(int index) {
        return index >= start && index < end ? flat.at(index) : 0;
    }

    /** The last such character from {@code from} back to the start of this sentence, or -1. */
    int lastIndexOf(char c, int from) {
        for (int i = Math.min(from, end - 1); i >= start; i--) {
            if (flat.at(i) == c) {
                return i;
            }
        }
        return -1;
    }

    /** The first such character from {@code from} to the end of this sentence, or -1. */
    int indexOf(char c, int from) {
        for (int i = Math.max(from, start); i < end; i++) {
            if (flat.at(i) == c) {
                return i;
            }
        }
        return -1;
    }

    /** Index of the token that holds {@code position}, or of the first one after it. */
    int tokenAt(int position) {
        int at = Math.max(0, position - start);
        return at < words.length ? words[at] : own.length;
    }

    /** The token of this index; null where there is none. */
    @Nullable
    Token token(int index) {
        return index >= 0 && index < own.length ? own[index] : null;
    }

    /** The part of speech of the token of this index; {@link WordTag#NONE} where there is none. */
    char tag(int index) {
        return index >= 0 && index < own.length ? tags[index] : WordTag.NONE;
    }

    /** Whether a word begins there, or the last one ends. */
    boolean isEdge(int position) {
        int index = tokenAt(position);
        return index == own.length || own[index].start() == position;
    }

    /** Whether exactly this stretch is one token whose tag starts so. */
    boolean isToken(int from, int to, String tag) {
        int index = tokenAt(from);
        return index < own.length
                && own[index].start() == from
                && own[index].end() == to
                && own[index].tag().startsWith(tag);
    }

    /** Whether no word reaches over the edges of this stretch. */
    boolean isWhole(int from, int to) {
        int first = tokenAt(from);
        int last = tokenAt(to - 1);
        return last < own.length && own[first].start() == from && own[last].end() == to;
    }

    /** Quoted stretches without the marks, at most {@code longest} characters each. */
    List<Span> quoted(int longest) {
        List<Span> found = new ArrayList<>();
        int open = -1;
        for (int i = start; i < end; i++) {
            char c = flat.at(i);
            if (c == '“') {
                open = i + 1;
            } else if (c == '”' && open >= 0) {
                if (i - open > 0 && i - open <= longest) {
                    found.add(new Span(open, i));
                }
                open = -1;
            }
        }
        return found;
    }
}
