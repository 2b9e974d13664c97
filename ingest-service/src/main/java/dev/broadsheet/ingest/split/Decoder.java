package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the best-scoring sequence of states for the rows of a page (Viterbi), and for each row how far the best reading beats the
 * best one that puts the border between articles differently there. Pages of more rows than {@value #WINDOW} are read in windows,
 * each starting where the one before ended, so that memory stays bounded.
 */
final class Decoder {
    /** What a row is. `margin` is in units of the weights: small where the page could as well be read otherwise. */
    record Verdict(State state, float margin) {}

    private static final int WINDOW = 4000;
    private static final int N = Weights.STATES;

    private final Weights weights;
    private final Grammar grammar;

    Decoder(Weights weights) {
        this.weights = weights;
        this.grammar = weights.grammar();
    }

    List<Verdict> decode(long[] traits) {
        State[] states = new State[traits.length];
        float[] margins = new float[traits.length];
        for (int from = 0; from < traits.length; from += WINDOW) {
            int to = Math.min(traits.length, from + WINDOW);
            new Window(traits, from, to, from == 0 ? -1 : states[from - 1].index()).run(states, margins);
        }
        List<Verdict> reading = new ArrayList<>(traits.length);
        for (int i = 0; i < traits.length; i++) {
            reading.add(new Verdict(states[i], margins[i]));
        }
        return reading;
    }

    private final class Window {
        private final long[] traits;
        private final int offset;
        private final int length;
        private final int entry;
        private final float[] forward;
        private final float[] backward;
        private final byte[] choice;
        private final float[] steps = new float[N * N];

        Window(long[] traits, int from, int to, int entry) {
            this.traits = traits;
            this.offset = from;
            this.length = to - from;
            this.entry = entry;
            forward = new float[length * N];
            backward = new float[length * N];
            choice = new byte[length * N];
        }

        void run(State[] states, float[] margins) {
            open();
            for (int i = 1; i < length; i++) {
                forward(i);
            }
            int state = best(length - 1);
            for (int i = length - 1; i >= 0; i--) {
                states[offset + i] = State.at(state);
                state = choice[i * N + state];
            }
            for (int i = length - 1; i >= 0; i--) {
                margins[offset + i] = margin(i);
            }
        }

        private void open() {
            weights.ofSteps(traits[offset], steps);
            for (int state = 0; state < N; state++) {
                float reach = entry < 0
                        ? weights.opening(state)
                        : grammar.allows(entry, state) ? steps[entry * N + state] : Weights.NEVER;
                forward[state] = reach + weights.ofRow(state, traits[offset]);
            }
        }

        private void forward(int i) {
            weights.ofSteps(traits[offset + i], steps);
            for (int state = 0; state < N; state++) {
                float top = Float.NEGATIVE_INFINITY;
                int by = 0;
                for (int before : grammar.before(state)) {
                    float score = forward[(i - 1) * N + before] + steps[before * N + state];
                    if (score > top) {
                        top = score;
                        by = before;
                    }
                }
                forward[i * N + state] = Math.max(top, Weights.NEVER * 10) + weights.ofRow(state, traits[offset + i]);
                choice[i * N + state] = (byte) by;
            }
        }

        private int best(int i) {
            int best = 0;
            for (int state = 1; state < N; state++) {
                if (forward[i * N + state] > forward[i * N + best]) {
                    best = state;
                }
            }
            return best;
        }

        /** Also goes one row back with the scores of what follows: must be called from the last row to the first. */
        private float margin(int i) {
            if (i == length - 1) {
                Arrays.fill(backward, i * N, i * N + N, 0);
            }
            weights.ofSteps(traits[offset + i], steps);
            float beginning = Float.NEGATIVE_INFINITY;
            float within = Float.NEGATIVE_INFINITY;
            if (i > 0) {
                Arrays.fill(backward, (i - 1) * N, i * N, Float.NEGATIVE_INFINITY);
            }
            for (int state = 0; state < N && i > 0; state++) {
                float rest = weights.ofRow(state, traits[offset + i]) + backward[i * N + state];
                for (int before : grammar.before(state)) {
                    float score = steps[before * N + state] + rest;
                    backward[(i - 1) * N + before] = Math.max(backward[(i - 1) * N + before], score);
                    float whole = score + forward[(i - 1) * N + before];
                    if (State.at(state).begins(State.at(before))
                            || State.at(state).isOutside()) {
                        beginning = Math.max(beginning, whole);
                    } else {
                        within = Math.max(within, whole);
                    }
                }
            }
            return i == 0 ? Float.MAX_VALUE : Math.abs(beginning - within);
        }
    }
}
