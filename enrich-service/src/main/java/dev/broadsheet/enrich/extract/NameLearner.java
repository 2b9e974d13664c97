package dev.broadsheet.enrich.extract;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Learns {@link NameWeights}: those under which the labels are most probable, less a penalty for moving away from what the rules alone
 * would say. Climbs by {@link Rprop}. The same examples give the same weights on any number of processors.
 */
final class NameLearner {
    /** A clue is worth a weight where names of three documents show it, or stretches of eight: what one page alone has is not learned. */
    private static final int NAMES_IN = 3;

    private static final int SEEN_IN = 8;
    private static final double PENALTY = 4;
    private static final int ROUNDS = 40;
    /** A fixed number, so that sums are always made in the same order. */
    private static final int SHARES = 4;

    private static final int TYPES = NameWeights.TYPES;
    private static final float RULE_SPEAKS = 4;
    private static final float LIST_SPEAKS = 3;
    private static final float NAMES_ARE_RARE = -2;

    /** In the order of the clues. */
    private final Map<Long, Integer> ids = new LinkedHashMap<>();

    private final List<Compiled> examples;
    private final float[] prior;
    private final float[] weights;
    /** Where the weight of each link lies. */
    private final int[] linkRows = new int[NameLattice.JOINTS * TYPES * TYPES];

    /** Clues as rows of the weights. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Compiled(NameExample example, int[][] starts, int[][] ends, int[][] inside, int[][] own) {}

    /** @param examples those of one document one after the other */
    NameLearner(List<NameExample> examples) {
        number(examples);
        Arrays.setAll(linkRows, this::linkRow);
        this.examples = examples.stream().map(this::compiled).toList();
        this.prior = prior();
        this.weights = prior.clone();
    }

    /** Weights of every clue that has any, in the order of the clues. */
    Map<Long, float[]> learn() {
        Rprop climb = new Rprop(weights.length);
        for (int round = 0; round < ROUNDS; round++) {
            double[] gradient = gradient();
            for (int k = 0; k < weights.length; k++) {
                weights[k] += (float) climb.move(k, gradient[k] - PENALTY * (weights[k] - prior[k]));
            }
        }
        Map<Long, float[]> learned = new TreeMap<>();
        ids.forEach((clue, id) -> learned.put(clue, Arrays.copyOfRange(weights, id * TYPES, (id + 1) * TYPES)));
        return learned;
    }

    /**
     * How hard examples and penalty still pull at the weights that are given here, all added up: another sum if one example or one weight
     * is another. Costs one round of {@link #learn}.
     */
    double pull(Map<Long, float[]> given) {
        double sum = 0;
        Arrays.fill(weights, 0);
        for (Map.Entry<Long, float[]> row : given.entrySet()) {
            Integer id = ids.get(row.getKey());
            for (int t = 0; t < TYPES; t++) {
                if (id == null) { // no example speaks for it
                    sum += PENALTY * Math.abs(row.getValue()[t]);
                } else {
                    weights[id * TYPES + t] = row.getValue()[t];
                }
            }
        }
        double[] gradient = gradient();
        for (int k = 0; k < weights.length; k++) {
            sum += Math.abs(gradient[k] - PENALTY * (weights[k] - prior[k]));
        }
        return sum;
    }

    /** Gives a row to each clue that is worth one. */
    private void number(List<NameExample> examples) {
        ClueDocuments named = new ClueDocuments();
        ClueDocuments seen = new ClueDocuments();
        for (NameExample example : examples) {
            example.shown().forEach(clues -> seen.note(clues, example.document()));
            for (int i = 0; i < example.spans().length; i++) {
                if (example.labels()[i] >= 0) {
                    example.clues(i).forEach(clues -> named.note(clues, example.document()));
                }
            }
        }
        Set<Long> kept = new HashSet<>(named.inAtLeast(NAMES_IN));
        kept.addAll(seen.inAtLeast(SEEN_IN));
        for (int joint = 0; joint < NameLattice.JOINTS; joint++) {
            for (int before = 0; before < TYPES; before++) {
                kept.add(Clue.FOLLOWS.of(joint, before));
            }
        }
        kept.stream().sorted().forEach(clue -> ids.put(clue, ids.size()));
    }

    /** What is held before anything is learned: rules and lists are mostly right, and most stretches are no names. */
    private float[] prior() {
        float[] all = new float[ids.size() * TYPES];
        for (int t = 0; t < TYPES; t++) {
            set(all, Clue.RULE.of(t), t, RULE_SPEAKS);
            set(all, Clue.KNOWN.of(t), t, LIST_SPEAKS);
            set(all, Clue.BIAS.of(), t, NAMES_ARE_RARE);
            set(all, Clue.RULE_WEIGHT.of(t, PersonSource.SURE), t, RULE_SPEAKS);
        }
        set(all, Clue.DIVISION_NAME.of(1, 1), EntityType.PLACE.index(), LIST_SPEAKS);
        set(all, Clue.DIVISION_NAME.of(1, 0), EntityType.PLACE.index(), LIST_SPEAKS);
        return all;
    }

    private void set(float[] all, long clue, int type, float value) {
        Integer id = ids.get(clue);
        if (id != null) {
            all[id * TYPES + type] = value;
        }
    }

    private Compiled compiled(NameExample example) {
        return new Compiled(
                example, rows(example.starts()), rows(example.ends()), rows(example.inside()), rows(example.own()));
    }

    private int[][] rows(long[][] clues) {
        return Arrays.stream(clues).map(this::rows).toArray(int[][]::new);
    }

    private int[] rows(long[] clues) {
        return clues == null
                ? new int[0]
                : Arrays.stream(clues)
                        .filter(ids::containsKey)
                        .mapToInt(ids::get)
                        .toArray();
    }

    private double[] gradient() {
        double[] links = links();
        List<double[]> shares = IntStream.range(0, SHARES)
                .parallel()
                .mapToObj(share -> share(share, links))
                .toList();
        double[] sum = shares.get(0);
        for (double[] share : shares.subList(1, SHARES)) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += share[k];
            }
        }
        return sum;
    }

    private double[] share(int share, double[] links) {
        double[] gradient = new double[weights.length];
        for (int i = share; i < examples.size(); i += SHARES) {
            new NameSlope(
                            examples.get(i).example(),
                            examples.get(i).starts(),
                            examples.get(i).ends(),
                            examples.get(i).inside(),
                            examples.get(i).own())
                    .add(weights, links, linkRows, gradient);
        }
        return gradient;
    }

    private int linkRow(int link) {
        int before = link / TYPES;
        return id(Clue.FOLLOWS.of(before / TYPES, before % TYPES)) * TYPES + link % TYPES;
    }

    private int id(long clue) {
        return Objects.requireNonNull(ids.get(clue));
    }

    private double[] links() {
        double[] links = new double[NameLattice.JOINTS * TYPES * TYPES];
        for (int link = 0; link < links.length; link++) {
            links[link] = weights[linkRows[link]];
        }
        return links;
    }
}
