package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.List;

/** A list that keeps the first so many of what it is given and counts the rest. One thread. */
final class Capped<T> {
    private final List<T> kept = new ArrayList<>();
    private final int most;
    private int leftOut;

    Capped(int most) {
        this.most = most;
    }

    void addAll(List<T> found) {
        int fits = Math.min(most - kept.size(), found.size());
        kept.addAll(found.subList(0, fits));
        leaveOut(found.size() - fits);
    }

    /** Counts what nobody needs to make. */
    void leaveOut(int number) {
        leftOut += number;
    }

    boolean isFull() {
        return kept.size() >= most;
    }

    List<T> kept() {
        return kept;
    }

    int leftOut() {
        return leftOut;
    }
}
