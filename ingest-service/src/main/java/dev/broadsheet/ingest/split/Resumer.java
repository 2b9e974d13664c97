package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;

/**
 * Gives an article that stops in mid-sentence its rest back, where another article was printed in between: a paragraph of the next
 * article that follows a finished one and completes the word at the stop, as other rows of the page witness.
 */
final class Resumer {
    private Resumer() {}

    static void resume(List<Item> items, Pairs pairs) {
        for (int i = 0; i + 1 < items.size(); i++) {
            Item open = items.get(i);
            if (open.endsOpen()) {
                take(open, items.get(i + 1), pairs);
            }
        }
    }

    private static void take(Item open, Item next, Pairs pairs) {
        Placed stop = open.lastRunning();
        List<Placed> rows = next.rows();
        for (int i = 1; i < rows.size(); i++) {
            Placed candidate = rows.get(i);
            Placed before = rows.get(i - 1);
            boolean fresh = candidate.isRunning()
                    && !candidate.state().isLead()
                    && !candidate.state().isMore();
            if (stop != null
                    && fresh
                    && before.isRunning()
                    && !before.isOpen()
                    && pairs.farSeam(stop.row(), candidate.row())) {
                move(rows, i, open);
                return;
            }
        }
    }

    private static void move(List<Placed> rows, int from, Item open) {
        List<Placed> tail = rows.subList(from, rows.size());
        open.rows().add(tail.get(0).as(State.N_MORE));
        open.rows().addAll(new ArrayList<>(tail.subList(1, tail.size())));
        tail.clear();
    }
}
