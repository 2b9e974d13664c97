package dev.broadsheet.enrich.project;

import dev.broadsheet.enrich.extract.FlatText;
import dev.broadsheet.enrich.extract.Sentences;
import dev.broadsheet.enrich.extract.Span;
import java.util.List;

/** A block, easy to scan, and the way to and from its own offsets. Immutable. */
final class BlockText {
    private final int block;
    private final FlatText flat;
    private final List<Span> sentences;

    BlockText(int block, String source) {
        this.block = block;
        this.flat = FlatText.of(source, false);
        this.sentences = Sentences.of(flat.text());
    }

    String text() {
        return flat.text();
    }

    List<Span> sentences() {
        return sentences;
    }

    /** The flat position of the block's character {@code offset}, or of the first one behind it that is no layout. */
    int at(int offset) {
        int low = 0;
        int high = flat.length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (flat.sourceStart(middle) < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Passage passage(int start, int end) {
        return new Passage(block, flat.sourceStart(start), flat.sourceEnd(end), flat.original(start, end));
    }

    /** Where the clause that holds {@code position} begins, not before {@code floor}. */
    int clauseStart(int position, int floor) {
        int i = position;
        while (i > floor && !Sentences.isClauseEnd(flat.text().charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /** Where the clause that holds {@code position} ends, its mark included, not behind {@code limit}. */
    int clauseEnd(int position, int limit) {
        int i = position;
        while (i < limit && !Sentences.isClauseEnd(flat.text().charAt(i))) {
            i++;
        }
        return Math.min(limit, i + 1);
    }
}
