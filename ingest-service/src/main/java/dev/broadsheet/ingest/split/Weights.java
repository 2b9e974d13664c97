package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The scores of weights.tsv, compiled: of a trait in a state, and of a trait in a step from one state to the next. A step for which no
 * row with trait ANY stands in the file is not in the grammar. Immutable.
 */
final class Weights {
    static final int STATES = State.values().length;
    static final float NEVER = -1e6f;

    private final float[][] ofState = new float[STATES][Trait.values().length];
    private final long[] stateMask = new long[STATES];
    private final float[] opening = new float[STATES];
    private final float[][] steps = new float[STATES][STATES];
    private final List<List<Conditional>> ofTrait = new ArrayList<>();
    private long stepMask;
    private final int[][] from = new int[STATES][];

    private record Conditional(int from, int to, float weight) {}

    Weights() {
        for (int i = 0; i < Trait.values().length; i++) {
            ofTrait.add(new ArrayList<>());
        }
        boolean[][] allowed = new boolean[STATES][STATES];
        for (List<String> row : Vocabulary.table("weights.tsv", 5)) {
            Trait trait = Trait.valueOf(row.get(0));
            float weight = Float.parseFloat(row.get(3));
            for (State to : State.named(row.get(2))) {
                add(trait, row.get(1), to.index(), weight, allowed);
            }
        }
        close(allowed);
    }

    private void add(Trait trait, String before, int to, float weight, boolean[][] allowed) {
        if (before.equals("-")) {
            ofState[to][trait.index()] += weight;
            stateMask[to] |= trait.bit();
        } else if (before.equals("START")) {
            opening[to] += weight;
        } else {
            for (State state : State.named(before)) {
                step(trait, state.index(), to, weight, allowed);
            }
        }
    }

    private void step(Trait trait, int before, int to, float weight, boolean[][] allowed) {
        if (trait == Trait.ANY) {
            steps[before][to] += weight;
            allowed[before][to] = true;
        } else {
            ofTrait.get(trait.index()).add(new Conditional(before, to, weight));
            stepMask |= trait.bit();
        }
    }

    private void close(boolean[][] allowed) {
        for (int to = 0; to < STATES; to++) {
            int count = 0;
            int[] open = new int[STATES];
            for (int before = 0; before < STATES; before++) {
                if (allowed[before][to]) {
                    open[count++] = before;
                }
            }
            from[to] = Arrays.copyOf(open, count);
        }
        ofTrait.forEach(list -> list.removeIf(c -> !allowed[c.from()][c.to()]));
    }

    float opening(int state) {
        return opening[state];
    }

    /** The states that may stand before this one. */
    int[] before(int state) {
        return from[state];
    }

    float ofRow(int state, long traits) {
        float score = 0;
        for (long left = traits & stateMask[state]; left != 0; left &= left - 1) {
            score += ofState[state][Long.numberOfTrailingZeros(left)];
        }
        return score;
    }

    /** Fills `scores[before * STATES + to]` with the scores of all steps onto a row with these traits. */
    void ofSteps(long traits, float[] scores) {
        for (int before = 0; before < STATES; before++) {
            System.arraycopy(steps[before], 0, scores, before * STATES, STATES);
        }
        for (long left = traits & stepMask; left != 0; left &= left - 1) {
            for (Conditional c : ofTrait.get(Long.numberOfTrailingZeros(left))) {
                scores[c.from() * STATES + c.to()] += c.weight();
            }
        }
    }
}
