package dev.broadsheet.ingest.split;

/** How often traits stand in states and steps, summed up. Confined to one thread. */
final class Counts {
    private static final int N = Grammar.STATES;
    private static final int TRAITS = Trait.values().length;
    private final double[] openings = new double[N];
    private final double[][] rows = new double[N][TRAITS];
    private final double[][] steps = new double[TRAITS][N * N];

    void row(int state, long traits, double share) {
        for (long left = traits; left != 0; left &= left - 1) {
            rows[state][Long.numberOfTrailingZeros(left)] += share;
        }
    }

    void opening(int state, double share) {
        openings[state] += share;
    }

    void step(int step, long traits, double share) {
        for (long left = traits; left != 0; left &= left - 1) {
            steps[Long.numberOfTrailingZeros(left)][step] += share;
        }
    }

    void add(Counts other) {
        add(openings, other.openings);
        for (int i = 0; i < N; i++) {
            add(rows[i], other.rows[i]);
        }
        for (int i = 0; i < TRAITS; i++) {
            add(steps[i], other.steps[i]);
        }
    }

    private static void add(double[] sums, double[] more) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] += more[i];
        }
    }

    /** The count of what a row of weights.tsv stands for. */
    double of(Weight weight, Grammar grammar) {
        int trait = weight.trait().index();
        double sum = 0;
        for (State to : State.named(weight.to())) {
            if (weight.from().equals(Weight.STATE)) {
                sum += rows[to.index()][trait];
            } else if (weight.from().equals(Grammar.START)) {
                sum += openings[to.index()];
            } else {
                sum += into(weight.from(), to.index(), steps[trait], grammar);
            }
        }
        return sum;
    }

    private static double into(String from, int to, double[] ofTrait, Grammar grammar) {
        double sum = 0;
        for (State state : State.named(from)) {
            if (grammar.allows(state.index(), to)) {
                sum += ofTrait[state.index() * N + to];
            }
        }
        return sum;
    }
}
