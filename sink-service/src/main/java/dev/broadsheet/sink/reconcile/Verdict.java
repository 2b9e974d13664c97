package dev.broadsheet.sink.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What one look at a page or delivery shows. One thread. */
final class Verdict {
    private final List<Difference> differences = new ArrayList<>();
    private final Tally tally = new Tally();
    private final Set<String> causes = new TreeSet<>();
    private boolean dead;

    void difference(Difference difference) {
        differences.add(difference);
    }

    /** Something is still on its way. */
    void pending(String stage, String topic) {
        causes.add(stage + " has not come to it on " + topic);
    }

    /** What is waited for, in words; empty where nothing is. */
    Set<String> causes() {
        return causes;
    }

    /** A stage gave something up, and a letter tells of it, or did as long as it was kept. */
    void dead() {
        dead = true;
    }

    boolean isDead() {
        return dead;
    }

    boolean isPending() {
        return !causes.isEmpty();
    }

    List<Difference> differences() {
        return differences;
    }

    Tally tally() {
        return tally;
    }

    /** Whether another look may show something else: what is there twice stays so. */
    boolean mayPass() {
        return differences.stream().anyMatch(difference -> difference.kind() != Kind.DUPLICATED);
    }
}
