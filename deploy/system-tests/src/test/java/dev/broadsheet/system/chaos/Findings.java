package dev.broadsheet.system.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the judge holds against a run. One thread. */
final class Findings {
    /** Kinds of breaches. */
    enum Breach {
        /** Should be there and is not. */
        LOST,
        /** Is there more often than once. */
        DUPLICATED,
        /** Has begun and come to no end. */
        STRANDED,
        /** Is there, but not as it should be, or should not be there at all. */
        WRONG,
        /** Broadsheet's own {@code reconcile} names a difference, or something that is still on its way. */
        RECONCILED
    }

    private static final int SHOWN = 400;

    private final Map<Breach, List<String>> breaches = new TreeMap<>();
    private final Map<String, Integer> again = new TreeMap<>();

    void add(Breach breach, String what) {
        breaches.computeIfAbsent(breach, unused -> new ArrayList<>())
                .add(what.length() <= SHOWN ? what : what.substring(0, SHOWN) + "…");
    }

    /** Sent again with the same bytes by one of the two edges that are at-least-once; not a breach. */
    void again(String what, int times) {
        if (times > 0) {
            again.merge(what, times, Integer::sum);
        }
    }

    int count(Breach breach) {
        return breaches.getOrDefault(breach, List.of()).size();
    }

    boolean clean() {
        return breaches.isEmpty();
    }

    /**
     * Whether waiting could still mend it: nothing surplus goes away again, but while records are still missing the stores, read
     * last, may hold more than the topics did when they were read.
     */
    boolean mayPass() {
        return count(Breach.DUPLICATED) == 0 || count(Breach.LOST) > 0 || count(Breach.STRANDED) > 0;
    }

    Map<String, Integer> sentAgain() {
        return again;
    }

    /** The numbers, and the first of the breaches. */
    String summary() {
        List<String> lines = lines();
        return "lost " + count(Breach.LOST) + ", duplicated " + count(Breach.DUPLICATED) + ", stranded "
                + count(Breach.STRANDED) + ", wrong " + count(Breach.WRONG)
                + (lines.isEmpty() ? "" : ", for example " + lines.get(0));
    }

    /** Every breach, one a line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        breaches.forEach((breach, list) -> list.forEach(what -> lines.add(breach + " " + what)));
        return lines;
    }
}
