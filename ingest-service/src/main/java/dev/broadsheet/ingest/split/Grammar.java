package dev.broadsheet.ingest.split;

import java.util.Arrays;
import java.util.List;

/** What may follow what on a page (grammar.tsv). Immutable. */
final class Grammar {
    static final int STATES = State.values().length;
    /** The name in the tables of what stands before the first row of a page. */
    static final String START = "START";

    private final boolean[][] allowed = new boolean[STATES][STATES];
    private final boolean[] opens = new boolean[STATES];
    private final int[][] before = new int[STATES][];

    Grammar() {
        for (List<String> row : Vocabulary.model("grammar.tsv", 3)) {
            for (State to : State.named(row.get(1))) {
                allow(row.get(0), to.index());
            }
        }
        for (int to = 0; to < STATES; to++) {
            before[to] = befores(to);
        }
    }

    private void allow(String from, int to) {
        if (from.equals(START)) {
            opens[to] = true;
        } else {
            State.named(from).forEach(state -> allowed[state.index()][to] = true);
        }
    }

    private int[] befores(int to) {
        int[] states = new int[STATES];
        int count = 0;
        for (int from = 0; from < STATES; from++) {
            if (allowed[from][to]) {
                states[count++] = from;
            }
        }
        return Arrays.copyOf(states, count);
    }

    boolean allows(int from, int to) {
        return allowed[from][to];
    }

    boolean opens(int state) {
        return opens[state];
    }

    /** The states that may stand before this one; not to be written to. */
    int[] before(int state) {
        return before[state];
    }
}
