package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;

/** The scores of weights.tsv, compiled: of a trait in a state, and of a trait in a step from one state to the next. Immutable. */
final class Weights {
    static final int STATES = Grammar.STATES;
    static final float NEVER = -1e6f;

    private final Grammar grammar;
    private final float[][] ofState = new float[STATES][Trait.values().length];
    private final long[] stateMask = new long[STATES];
    private final float[] opening = new float[STATES];
    private final float[] steps = new float[STATES * STATES];
    private final List<List<Conditional>> ofTrait = new ArrayList<>();
    private long stepMask;

    private record Conditional(int step, float weight) {}

    Weights(Grammar grammar, List<Weight> weights) {
        this.grammar = grammar;
        for (int i = 0; i < Trait.values().length; i++) {
            ofTrait.add(new ArrayList<>());
        }
        for (Weight weight : weights) {
            for (State to : State.named(weight.to())) {
                add(weight, to.index());
            }
        }
        for (int state = 0; state < STATES; state++) {
            opening[state] += grammar.opens(state) ? 0 : NEVER;
        }
    }

    private void add(Weight weight, int to) {
        Trait trait = weight.trait();
        if (weight.from().equals(Weight.STATE)) {
            ofState[to][trait.index()] += weight.value();
            stateMask[to] |= trait.bit();
        } else if (weight.from().equals(Grammar.START)) {
            opening[to] += weight.value();
        } else {
            for (State from : State.named(weight.from())) {
                step(trait, from.index(), to, weight.value());
            }
        }
    }

    private void step(Trait trait, int from, int to, float weight) {
        if (!grammar.allows(from, to)) {
            return;
        }
        if (trait == Trait.ANY) {
            steps[from * STATES + to] += weight;
        } else {
            ofTrait.get(trait.index()).add(new Conditional(from * STATES + to, weight));
            stepMask |= trait.bit();
        }
    }

    Grammar grammar() {
        return grammar;
    }

    float opening(int state) {
        return opening[state];
    }

    float ofRow(int state, long traits) {
        float score = 0;
        for (long left = traits & stateMask[state]; left != 0; left &= left - 1) {
            score += ofState[state][Long.numberOfTrailingZeros(left)];
        }
        return score;
    }

    /** Fills `scores[before * STATES + to]` with the scores of all steps onto a row with these traits; only allowed steps mean anything. */
    void ofSteps(long traits, float[] scores) {
        System.arraycopy(steps, 0, scores, 0, steps.length);
        for (long left = traits & stepMask; left != 0; left &= left - 1) {
            for (Conditional c : ofTrait.get(Long.numberOfTrailingZeros(left))) {
                scores[c.step()] += c.weight();
            }
        }
    }
}
