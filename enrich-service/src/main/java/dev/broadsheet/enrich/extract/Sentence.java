package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.List;

/** A sentence of a block with its tokens; all positions are positions of {@code flat}. */
record Sentence(FlatText flat, int block, boolean headline, int start, int end, List<Token> tokens) {

    String text() {
        return flat.text();
    }

    char at(int index) {
        return index >= start && index < end ? flat.at(index) : 0;
    }

    /** Index of the token that holds {@code position}, or of the first one after it. */
    int tokenAt(int position) {
        int low = 0;
        int high = tokens.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).end() <= position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
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
