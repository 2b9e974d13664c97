package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * All sets of names that do not overlap in one sentence, each with the sum of its names' scores and of the links between a name and one
 * that stands right behind it or behind 、 or 和 (a semi-Markov conditional random field, Sarawagi and Cohen 2004). Finds the best set.
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

    /** The state behind one more character that belongs to no name, and joins names in that way. */
    private static int passed(int state, int joint) {
        return joint > 0 && state < TYPES ? joint * TYPES + state : NONE;
    }

    /** The way in which this character alone joins the names on both sides of it; 0 for none. */
    static int joint(char c) {
        return c == '、' ? 1 : AND.indexOf(c) >= 0 ? 2 : 0;
    }

    /** Which of {@code links} joins a name of type {@code before} that ends at {@code end} to one of {@code type} at {@code start}; -1 for none. */
    int link(int before, int end, int start, int type) {
        int state = start == end ? before : start == end + 1 ? passed(before, joint(sentence.at(end))) : NONE;
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
            int joint = first == NONE ? 0 : joint(sentence.at(sentence.start() + p));
            for (int s = first; s < STATES; s++) {
                double score = best[cell(rows, p, s)];
                int state = score == NEVER ? NONE : passed(s, joint);
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
}
