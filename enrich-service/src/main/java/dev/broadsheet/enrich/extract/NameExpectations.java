package dev.broadsheet.enrich.extract;

import java.util.Arrays;

/**
 * How many names and links are to be expected in a sentence if each set of names that do not overlap (see {@link NameLattice}) is as probable
 * as its scores say. Adds up probabilities, not their logarithms, which would take most of the time of learning: a power of two is taken out
 * of the sums where they grow great, which is exact. The same on every machine. For one thread.
 */
final class NameExpectations {
    private static final int TYPES = NameWeights.TYPES;
    /** Taken out of sums beyond 2 to this power. Room is left for a score of 300 on top. */
    private static final int SHIFT = 300;

    private static final double GREAT = Math.scalb(1.0, SHIFT);

    private final Sentence sentence;
    private final long[] spans;
    private final double[] links;
    private final int length;
    /** What each span weighs by type. */
    private final double[] weights;
    /** Of all sets up to a position: those that end in no name, by type those in a name, and those in a name with a joint behind. */
    private final double[] plain;

    private final double[] named;
    private final double[] joined;
    /** Whether there are any of the last two. */
    private final boolean[] isNamed;

    private final boolean[] isJoined;
    /** The power of two that was taken out of the sums of each position. */
    private final int[] shifts;
    /** Of all sets up to a position, by the type of the name that starts there. */
    private final double[] in;

    private final double[] names;
    private final double[] expectedLinks;
    private final double all;

    /**
     * @param spans as {@link Proposals} gives them
     * @param scores of each span, a score for each type
     * @param links joint, type before, type behind: a weight for each
     * @throws ArithmeticException where scores are too great to be added up
     */
    NameExpectations(Sentence sentence, long[] spans, double[] scores, double[] links) {
        this.sentence = sentence;
        this.spans = spans;
        this.length = sentence.end() - sentence.start();
        this.weights = exponentials(scores);
        this.links = exponentials(links);
        this.plain = new double[length + 1];
        this.named = new double[(length + 1) * TYPES];
        this.joined = new double[(length + 1) * TYPES];
        this.isNamed = new boolean[length + 1];
        this.isJoined = new boolean[length + 1];
        this.shifts = new int[length + 1];
        this.in = new double[length * TYPES];
        this.names = new double[scores.length];
        this.expectedLinks = new double[links.length];
        forward();
        this.all = sum(length);
        if (!(all < Double.POSITIVE_INFINITY)) {
            throw new ArithmeticException("scores too great to be added up");
        }
        backward();
    }

    /** The logarithm of the sum of all sets. */
    double log() {
        return StrictMath.log(all) + shifts[length] * StrictMath.log(2);
    }

    /** Of each span, by type: how probable it is that it is a name. */
    double[] names() {
        return names;
    }

    /** Of each link: how many there are. */
    double[] links() {
        return expectedLinks;
    }

    private static double[] exponentials(double[] logarithms) {
        return Arrays.stream(logarithms).map(StrictMath::exp).toArray();
    }

    private int start(int span) {
        return Proposals.start(spans[span]) - sentence.start();
    }

    private int end(int span) {
        return Proposals.end(spans[span]) - sentence.start();
    }

    private int joint(int position) {
        return NameLattice.joint(sentence.at(sentence.start() + position));
    }

    private double sum(int position) {
        double sum = plain[position];
        for (int t = position * TYPES; t < (position + 1) * TYPES; t++) {
            sum += named[t] + joined[t];
        }
        return sum;
    }

    private static void scale(double[] sums, int position, double factor) {
        for (int t = position * TYPES; t < (position + 1) * TYPES; t++) {
            sums[t] *= factor;
        }
    }

    private void forward() {
        plain[0] = 1;
        int span = 0;
        for (int p = 0; p < length; p++) {
            if (span < spans.length && start(span) == p) {
                arrive(p);
            }
            for (; span < spans.length && start(span) == p; span++) {
                name(span, p, end(span));
            }
            pass(p);
        }
    }

    private void arrive(int p) {
        for (int t = 0; t < TYPES; t++) {
            double sum = plain[p];
            for (int before = 0; isNamed[p] && before < TYPES; before++) {
                sum += named[p * TYPES + before] * links[before * TYPES + t];
            }
            for (int before = 0; isJoined[p] && before < TYPES; before++) {
                sum += joined[p * TYPES + before] * links[(joint(p - 1) * TYPES + before) * TYPES + t];
            }
            in[p * TYPES + t] = sum;
        }
    }

    /** Until {@code end} is reached its shift is that of the last name that ends there. */
    private void name(int span, int start, int end) {
        if (isNamed[end] && shifts[end] < shifts[start]) {
            scale(named, end, Math.scalb(1.0, shifts[end] - shifts[start]));
        }
        isNamed[end] = true;
        shifts[end] = shifts[start];
        for (int t = 0; t < TYPES; t++) {
            named[end * TYPES + t] += in[start * TYPES + t] * weights[span * TYPES + t];
        }
    }

    /** One character on that belongs to no name. */
    private void pass(int p) {
        double sum = plain[p];
        boolean joins = isNamed[p] && joint(p) > 0;
        for (int t = 0; t < TYPES; t++) {
            sum += joined[p * TYPES + t];
            if (joins) {
                joined[(p + 1) * TYPES + t] = named[p * TYPES + t];
            } else {
                sum += named[p * TYPES + t];
            }
        }
        isJoined[p + 1] = joins;
        plain[p + 1] = sum;
        if (isNamed[p + 1]) {
            scale(named, p + 1, Math.scalb(1.0, shifts[p + 1] - shifts[p]));
        }
        shifts[p + 1] = shifts[p];
        for (double total = sum(p + 1); total > GREAT && total < Double.POSITIVE_INFINITY; total /= GREAT) {
            plain[p + 1] /= GREAT;
            scale(named, p + 1, 1 / GREAT);
            scale(joined, p + 1, 1 / GREAT);
            shifts[p + 1] += SHIFT;
        }
    }

    /** The same sums of all sets behind a position; with those before it they tell how much of all a name or a link is in. */
    private void backward() {
        double[] behindPlain = new double[length + 1];
        double[] behindNamed = new double[(length + 1) * TYPES];
        double[] behindJoined = new double[(length + 1) * TYPES];
        behindPlain[length] = 1;
        Arrays.fill(behindNamed, length * TYPES, (length + 1) * TYPES, 1);
        Arrays.fill(behindJoined, length * TYPES, (length + 1) * TYPES, 1);
        double[] out = new double[TYPES];
        int span = spans.length - 1;
        for (int p = length - 1; p >= 0; p--) {
            Arrays.fill(out, 0);
            for (; span >= 0 && start(span) == p; span--) {
                leave(span, p, end(span), behindNamed, out);
            }
            double down = Math.scalb(1.0, shifts[p] - shifts[p + 1]);
            double passed = behindPlain[p + 1] * down;
            behindPlain[p] = passed + Arrays.stream(out).sum();
            for (int before = 0; isNamed[p] && before < TYPES; before++) {
                double next = isJoined[p + 1] ? behindJoined[(p + 1) * TYPES + before] * down : passed;
                behindNamed[p * TYPES + before] = next + link(0, before, named[p * TYPES + before], out);
            }
            for (int before = 0; isJoined[p] && before < TYPES; before++) {
                behindJoined[p * TYPES + before] = passed + link(joint(p - 1), before, joined[p * TYPES + before], out);
            }
        }
    }

    private void leave(int span, int start, int end, double[] behind, double[] out) {
        double down = Math.scalb(1.0, shifts[start] - shifts[end]);
        for (int t = 0; t < TYPES; t++) {
            double sets = weights[span * TYPES + t] * behind[end * TYPES + t] * down;
            out[t] += sets;
            names[span * TYPES + t] = in[start * TYPES + t] * sets / all;
        }
    }

    /** Of all sets that begin with a name linked to one before. */
    private double link(int joint, int before, double sets, double[] out) {
        double sum = 0;
        for (int t = 0; t < TYPES; t++) {
            int link = (joint * TYPES + before) * TYPES + t;
            double linked = links[link] * out[t];
            expectedLinks[link] += sets * linked / all;
            sum += linked;
        }
        return sum;
    }
}
