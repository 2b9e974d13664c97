package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * All sets of names that do not overlap in one sentence, each with the sum of its names' scores and of the links between a name and one
 * that stands right behind it or behind 、 or 和. Finds the best set, and how probable each name is (a semi-Markov conditional random field,
 * Sarawagi and Cohen 2004).
 *
 * <p>A state is what stands before a position: a name of some type, with or without a joint behind it, or none.
 */
final class NameLattice {
    /** Ways in which a name follows another: without anything between, behind 、, behind 和 and the like. */
    static final int JOINTS = 3;

    private static final int TYPES = NameWeights.TYPES;
    private static final List<EntityType> NAMES = List.of(EntityType.values());
    private static final int NONE = JOINTS * TYPES;
    private static final int STATES = NONE + 1;
    private static final double NEVER = Double.NEGATIVE_INFINITY;
    private static final String AND = "和与及暨 ·";

    private final Sentence sentence;
    private final long[] spans;
    private final double[] scores;
    private final double[] links;
    private final int length;

    /**
     * @param spans as {@link Proposals} gives them
     * @param scores of each span, a score for each type
     * @param links joint, type before, type behind: a weight for each
     */
    NameLattice(Sentence sentence, long[] spans, double[] scores, double[] links) {
        this.sentence = sentence;
        this.spans = spans;
        this.scores = scores;
        this.links = links;
        this.length = sentence.end() - sentence.start();
    }

    private int start(int span) {
        return Proposals.start(spans[span]) - sentence.start();
    }

    private int end(int span) {
        return Proposals.end(spans[span]) - sentence.start();
    }

    private double link(int state, int type) {
        return state == NONE ? 0 : links[state * TYPES + type];
    }

    /** The state behind one more character that belongs to no name. */
    private int passed(int state, int position) {
        int joint = state < TYPES ? joint(sentence.at(sentence.start() + position)) : 0;
        return joint > 0 ? joint * TYPES + state : NONE;
    }

    private static int joint(char c) {
        return c == '、' ? 1 : AND.indexOf(c) >= 0 ? 2 : 0;
    }

    /** Which of {@code links} joins a name of type {@code before} that ends at {@code end} to one of {@code type} at {@code start}; -1 for none. */
    int link(int before, int end, int start, int type) {
        int state = start == end ? before : start == end + 1 ? passed(before, end - sentence.start()) : NONE;
        return state == NONE ? -1 : state * TYPES + type;
    }

    /**
     * Where the states of each position begin, the last state first. Where no name ends, nor a joint behind one, there is no state but that of
     * no name, and room for no other.
     */
    private int[] rows() {
        boolean[] named = new boolean[length + 2];
        for (int i = 0; i < spans.length; i++) {
            named[end(i)] = true;
        }
        int[] rows = new int[length + 2];
        for (int p = 0; p <= length; p++) {
            rows[p + 1] = rows[p] + (named[p] ? STATES : 1);
            named[p + 1] |= named[p] && joint(sentence.at(sentence.start() + p)) > 0;
        }
        return rows;
    }

    /** The first of the states of a position that has any. */
    private static int first(int[] rows, int position) {
        return rows[position + 1] - rows[position] == STATES ? 0 : NONE;
    }

    private static int cell(int[] rows, int position, int state) {
        return rows[position] + NONE - state;
    }

    /** Names of the best set in reading order; ties go to no name, then to the first type. */
    List<Candidate> best() {
        int[] rows = rows();
        double[] best = new double[rows[length + 1]];
        byte[] before = new byte[best.length];
        int[] taken = new int[(length + 1) * TYPES];
        Arrays.fill(best, NEVER);
        best[cell(rows, 0, NONE)] = 0;
        double[] in = new double[TYPES];
        byte[] from = new byte[TYPES];
        int span = 0;
        for (int p = 0; p < length; p++) {
            int first = first(rows, p);
            if (span < spans.length && start(span) == p) {
                arrive(best, cell(rows, p, 0), first, in, from);
            }
            for (; span < spans.length && start(span) == p; span++) {
                int end = end(span);
                int to = cell(rows, end, 0);
                for (int t = 0; t < TYPES; t++) {
                    double score = in[t] + scores[span * TYPES + t];
                    if (score > best[to - t]) {
                        best[to - t] = score;
                        before[to - t] = from[t];
                        taken[end * TYPES + t] = span;
                    }
                }
            }
            for (int s = first; s < STATES; s++) {
                double score = best[cell(rows, p, s)];
                int state = score == NEVER ? NONE : passed(s, p);
                int to = cell(rows, p + 1, state);
                if (score > best[to]) {
                    best[to] = score;
                    before[to] = (byte) s;
                }
            }
        }
        return traced(best, before, taken, rows);
    }

    /**
     * @param zero where the first state would be; the others lie before it
     * @param first of the states to look at
     */
    private void arrive(double[] best, int zero, int first, double[] in, byte[] from) {
        Arrays.fill(in, NEVER);
        for (int s = STATES - 1; s >= first; s--) {
            double score = best[zero - s];
            if (score == NEVER) {
                continue;
            }
            for (int t = 0; t < TYPES; t++) {
                if (score + link(s, t) > in[t]) {
                    in[t] = score + link(s, t);
                    from[t] = (byte) s;
                }
            }
        }
    }

    private List<Candidate> traced(double[] best, byte[] before, int[] taken, int[] rows) {
        int state = NONE;
        for (int s = first(rows, length); s < STATES; s++) {
            state = best[cell(rows, length, s)] > best[cell(rows, length, state)] ? s : state;
        }
        List<Candidate> names = new ArrayList<>();
        int p = length;
        while (p > 0) {
            int cell = cell(rows, p, state);
            if (state < TYPES) {
                int span = taken[p * TYPES + state];
                names.add(new Candidate(
                        NAMES.get(state),
                        Proposals.start(spans[span]),
                        Proposals.end(spans[span]),
                        EntityFinder.LEARNED));
                p = start(span);
            } else {
                p--;
            }
            state = before[cell];
        }
        Collections.reverse(names);
        return names;
    }

    /** How probable each name is, and each link: expected numbers. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Expected(double log, double[] names, double[] links) {}

    Expected expected() {
        double[] forward = new double[(length + 1) * STATES];
        double[] in = forward(forward);
        double[] backward = new double[forward.length];
        double[] out = backward(backward);
        double all = NEVER;
        for (int s = 0; s < STATES; s++) {
            all = LogSum.of(all, forward[length * STATES + s]);
        }
        double[] names = new double[scores.length];
        for (int i = 0; i < spans.length; i++) {
            for (int t = 0; t < TYPES; t++) {
                names[i * TYPES + t] = StrictMath.exp(
                        in[start(i) * TYPES + t] + scores[i * TYPES + t] + backward[end(i) * STATES + t] - all);
            }
        }
        return new Expected(all, names, expectedLinks(forward, out, all));
    }

    private double[] expectedLinks(double[] forward, double[] out, double all) {
        double[] expected = new double[links.length];
        for (int p = 0; p < length; p++) {
            for (int s = 0; s < NONE; s++) {
                double before = forward[p * STATES + s];
                if (before == NEVER) {
                    continue;
                }
                for (int t = 0; t < TYPES; t++) {
                    expected[s * TYPES + t] += StrictMath.exp(before + link(s, t) + out[p * TYPES + t] - all);
                }
            }
        }
        return expected;
    }

    /** Fills the sums of all sets up to a position by state; returns them by the type of a name that starts there. */
    private double[] forward(double[] sums) {
        Arrays.fill(sums, NEVER);
        sums[NONE] = 0;
        double[] in = new double[length * TYPES];
        Arrays.fill(in, NEVER);
        int span = 0;
        for (int p = 0; p < length; p++) {
            if (span < spans.length && start(span) == p) {
                for (int s = 0; s < STATES; s++) {
                    for (int t = 0; t < TYPES && sums[p * STATES + s] != NEVER; t++) {
                        in[p * TYPES + t] = LogSum.of(in[p * TYPES + t], sums[p * STATES + s] + link(s, t));
                    }
                }
            }
            for (; span < spans.length && start(span) == p; span++) {
                int to = end(span) * STATES;
                for (int t = 0; t < TYPES; t++) {
                    sums[to + t] = LogSum.of(sums[to + t], in[p * TYPES + t] + scores[span * TYPES + t]);
                }
            }
            for (int s = 0; s < STATES; s++) {
                int to = (p + 1) * STATES + passed(s, p);
                sums[to] = LogSum.of(sums[to], sums[p * STATES + s]);
            }
        }
        return in;
    }

    /** Fills the sums of all sets behind a position by state; returns those that begin there with a name, by its type. */
    private double[] backward(double[] sums) {
        Arrays.fill(sums, length * STATES, sums.length, 0);
        double[] out = new double[length * TYPES];
        Arrays.fill(out, NEVER);
        int span = spans.length - 1;
        for (int p = length - 1; p >= 0; p--) {
            for (; span >= 0 && start(span) == p; span--) {
                for (int t = 0; t < TYPES; t++) {
                    out[p * TYPES + t] =
                            LogSum.of(out[p * TYPES + t], scores[span * TYPES + t] + sums[end(span) * STATES + t]);
                }
            }
            for (int s = 0; s < STATES; s++) {
                double sum = sums[(p + 1) * STATES + passed(s, p)];
                for (int t = 0; t < TYPES && out[p * TYPES + t] != NEVER; t++) {
                    sum = LogSum.of(sum, link(s, t) + out[p * TYPES + t]);
                }
                sums[p * STATES + s] = sum;
            }
        }
        return out;
    }
}
