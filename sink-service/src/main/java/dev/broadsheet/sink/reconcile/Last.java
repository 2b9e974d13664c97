package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.reconcile.Fact.Versioned;
import org.jspecify.annotations.Nullable;

/** The last record of a key, how often it was written, and whether it fell behind one before it. */
final class Last<F extends Versioned> {
    private @Nullable F fact;
    private int copies;
    private boolean wentBack;

    void accept(F next) {
        F before = fact;
        int order = before == null ? 1 : next.version().compareTo(before.version());
        boolean same = before != null && order == 0 && next.current() == before.current();
        copies = same ? copies + 1 : 1;
        wentBack = order < 0;
        fact = next;
    }

    @Nullable
    F fact() {
        return fact;
    }

    int copies() {
        return copies;
    }

    boolean wentBack() {
        return wentBack;
    }
}
