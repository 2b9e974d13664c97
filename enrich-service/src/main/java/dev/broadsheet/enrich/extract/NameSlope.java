package dev.broadsheet.enrich.extract;

/** In which direction one labelled sentence pulls the weights: what its labels show, less what the weights expect. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record NameSlope(NameExample example, int[][] starts, int[][] ends, int[][] inside, int[][] own) {
    private static final int TYPES = NameWeights.TYPES;
    /** Less than this moves no weight. */
    private static final double NEGLIGIBLE = 1e-6;

    void add(float[] weights, double[] links, int[] linkRows, double[] gradient) {
        long[] spans = example.spans();
        double[] scores = scores(weights);
        NameExpectations expected = new NameExpectations(example.sentence(), spans, scores, links);
        double[] atStart = new double[starts.length * TYPES];
        double[] atEnd = new double[ends.length * TYPES];
        double[] between = new double[(inside.length + 1) * TYPES];
        for (int i = 0; i < spans.length; i++) {
            for (int t = 0; t < TYPES; t++) {
                double pull = (example.labels()[i] == t ? 1 : 0) - expected.names()[i * TYPES + t];
                if (Math.abs(pull) > NEGLIGIBLE) {
                    atStart[from(i) * TYPES + t] += pull;
                    atEnd[to(i) * TYPES + t] += pull;
                    between[(example.firstWord(i) + 1) * TYPES + t] += pull;
                    between[(example.lastWord(i) + 1) * TYPES + t] -= pull;
                    add(own[i], t, pull, gradient);
                }
            }
        }
        for (int p = 0; p < starts.length; p++) {
            for (int t = 0; t < TYPES; t++) {
                add(starts[p], t, atStart[p * TYPES + t], gradient);
                add(ends[p], t, atEnd[p * TYPES + t], gradient);
            }
        }
        for (int word = 1; word < inside.length; word++) {
            for (int t = 0; t < TYPES; t++) {
                between[word * TYPES + t] += between[(word - 1) * TYPES + t];
                add(inside[word], t, between[word * TYPES + t], gradient);
            }
        }
        addLinks(new NameLattice(example.sentence(), spans, scores, links), expected.links(), linkRows, gradient);
    }

    private int from(int span) {
        return Proposals.start(example.spans()[span]) - example.sentence().start();
    }

    private int to(int span) {
        return Proposals.end(example.spans()[span]) - example.sentence().start();
    }

    private static void add(int[] rows, int type, double pull, double[] gradient) {
        if (pull != 0) {
            for (int row : rows) {
                gradient[row * TYPES + type] += pull;
            }
        }
    }

    private void addLinks(NameLattice lattice, double[] expected, int[] linkRows, double[] gradient) {
        for (int link = 0; link < expected.length; link++) {
            gradient[linkRows[link]] -= expected[link];
        }
        int before = -1;
        for (int i = 0; i < example.spans().length; i++) {
            if (example.labels()[i] < 0) {
                continue;
            }
            int link = before < 0
                    ? -1
                    : lattice.link(
                            example.labels()[before],
                            Proposals.end(example.spans()[before]),
                            Proposals.start(example.spans()[i]),
                            example.labels()[i]);
            if (link >= 0) {
                gradient[linkRows[link]] += 1;
            }
            before = i;
        }
    }

    private double[] scores(float[] weights) {
        double[] start = sums(starts, weights);
        double[] end = sums(ends, weights);
        double[] between = sums(inside, weights);
        for (int i = TYPES; i < between.length; i++) {
            between[i] += between[i - TYPES];
        }
        double[] scores = sums(own, weights);
        for (int i = 0; i < own.length; i++) {
            for (int t = 0; t < TYPES; t++) {
                scores[i * TYPES + t] += start[from(i) * TYPES + t]
                        + end[to(i) * TYPES + t]
                        + between[example.lastWord(i) * TYPES + t]
                        - between[example.firstWord(i) * TYPES + t];
            }
        }
        return scores;
    }

    private static double[] sums(int[][] rows, float[] weights) {
        double[] sums = new double[rows.length * TYPES];
        for (int i = 0; i < rows.length; i++) {
            for (int row : rows[i]) {
                for (int t = 0; t < TYPES; t++) {
                    sums[i * TYPES + t] += weights[row * TYPES + t];
                }
            }
        }
        return sums;
    }
}
