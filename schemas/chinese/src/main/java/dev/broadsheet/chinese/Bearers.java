package dev.broadsheet.chinese;

import java.util.Arrays;

/** Which divisions bear a name, as their own or as a short one: two arrays instead of a map of lists. */
final class Bearers {
    private final int[] starts;
    private final int[] divisions;

    /**
     * @param names how many names there are
     * @param nameOf the name of each division
     * @param shortNames names that stand for the division at the same place of {@code shortened}
     */
    Bearers(int names, int[] nameOf, int[] shortNames, int[] shortened) {
        starts = new int[names + 1];
        for (int name : nameOf) {
            starts[name + 1]++;
        }
        for (int name : shortNames) {
            starts[name + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        divisions = new int[nameOf.length + shortNames.length];
        int[] next = Arrays.copyOf(starts, names);
        for (int division = 0; division < nameOf.length; division++) {
            divisions[next[nameOf[division]]++] = division;
        }
        for (int i = 0; i < shortNames.length; i++) {
            divisions[next[shortNames[i]]++] = shortened[i];
        }
    }

    /** Full bearers in the order of their codes, then those it is a short name of. */
    int[] of(int name) {
        return Arrays.copyOfRange(divisions, starts[name], starts[name + 1]);
    }
}
