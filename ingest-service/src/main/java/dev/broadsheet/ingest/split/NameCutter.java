package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts names that stand without blanks, so that each begins with a surname, common ones and three characters preferred. */
final class NameCutter {
    private static final int LONGEST = 4;
    private static final int LONGEST_GLUED = 24;
    private static final double TWO = 4;
    private static final double FOUR = 14;
    private static final double FOUR_COMPOUND = 1;
    private static final double RANKS = 20;
    private static final int RARE = 300;
    private static final int COMMON = 60;

    private final Names names;

    NameCutter(Names names) {
        this.names = names;
    }

    /** The names, or the piece itself where it is one name or cannot be cut. */
    List<String> cut(String piece) {
        if (piece.indexOf('·') >= 0 || piece.length() > LONGEST_GLUED) {
            return List.of(piece);
        }
        if (piece.length() == LONGEST) {
            boolean two =
                    !names.isCompound(piece) && names.rank(piece) < COMMON && names.rank(piece.substring(2)) < COMMON;
            return two ? List.of(piece.substring(0, 2), piece.substring(2)) : List.of(piece);
        }
        return piece.length() > LONGEST ? cheapest(piece) : List.of(piece);
    }

    /** The names of a row of single characters: up to three make one name. */
    List<String> cutSpaced(String letters) {
        if (letters.length() <= 3) {
            return List.of(letters);
        }
        return cheapest(letters);
    }

    private List<String> cheapest(String piece) {
        double[] costs = new double[piece.length() + 1];
        int[] lengths = new int[piece.length() + 1];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        costs[piece.length()] = 0;
        for (int from = piece.length() - 2; from >= 0; from--) {
            for (int length = 2; length <= LONGEST && from + length <= piece.length(); length++) {
                double cost = cost(piece.substring(from, from + length)) + costs[from + length];
                if (cost < costs[from]) {
                    costs[from] = cost;
                    lengths[from] = length;
                }
            }
        }
        if (costs[0] == Double.POSITIVE_INFINITY) {
            return List.of(piece);
        }
        List<String> cut = new ArrayList<>();
        for (int at = 0; at < piece.length(); at += lengths[at]) {
            cut.add(piece.substring(at, at + lengths[at]));
        }
        return cut;
    }

    private double cost(String name) {
        int rank = names.rank(name);
        if (rank == Integer.MAX_VALUE) {
            return Double.POSITIVE_INFINITY;
        }
        double shape = switch (name.length()) {
            case 2 -> TWO;
            case 3 -> 0;
            default -> names.isCompound(name) ? FOUR_COMPOUND : FOUR;
        };
        return shape + Math.min(rank, RARE) / RANKS;
    }
}
