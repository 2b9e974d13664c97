package dev.broadsheet.ingest.split;

import dev.broadsheet.chinese.Seams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives paragraphs that stop in mid-sentence their rest back where captions or other articles were printed in between: the paragraph
 * further down whose first words go on best. One of another article is taken only on strong evidence, with what follows it there: a
 * wrong move tears two articles.
 */
final class Mender {
    private static final int REACH = 40;
    private static final int MOST_CANDIDATES = 12;
    /** A page with more torn paragraphs is no page; comparing them all would take too long. */
    private static final int MOST_TORN = 200;

    private static final double NEXT = 4;
    private static final double WITHIN = 5;
    private static final double ACROSS = 8;
    private static final double A_ROW = 0.1;

    private final SeamScore seams;
    private final List<Item> items;
    private final List<Spot> spots = new ArrayList<>();

    /** A row of running text, the article it is in, and the rows of running text before and after it there. */
    private static final class Spot {
        private Item item;
        private Placed placed;
        private final @Nullable Spot before;
        private @Nullable Spot after;

        Spot(Item item, Placed placed, @Nullable Spot before) {
            this.item = item;
            this.placed = placed;
            this.before = before;
        }

        boolean isTorn() {
            return placed.isOpen() && (after == null || !after.placed.state().isMore());
        }

        /** Whether it may be the rest of something: no rest already, no lead, and not what its own article wants. */
        boolean isFree(Spot torn) {
            boolean wanted = before != null && before != torn && before.placed.isOpen();
            return !placed.state().isMore() && !placed.has(Trait.DATELINE) && !wanted;
        }
    }

    private Mender(SeamScore seams, List<Item> items) {
        this.seams = seams;
        this.items = items;
        for (Item item : items) {
            Spot before = null;
            for (Placed placed : item.rows()) {
                if (placed.isRunning()) {
                    Spot spot = new Spot(item, placed, before);
                    if (before != null) {
                        before.after = spot;
                    }
                    spots.add(spot);
                    before = spot;
                }
            }
        }
        spots.sort(Comparator.comparingInt(spot -> spot.placed.row().firstLine()));
    }

    /** Changes the items; one that has given all its rows away is taken out. */
    static void mend(Seams dictionary, List<Item> items, Pairs pairs) {
        Mender mender = new Mender(new SeamScore(dictionary, pairs), items);
        int torn = 0;
        for (int i = 0; i < mender.spots.size() && torn < MOST_TORN; i++) {
            if (mender.spots.get(i).isTorn()) {
                torn++;
                mender.mend(i);
            }
        }
        items.removeIf(item -> item.rows().isEmpty());
    }

    private void mend(int i) {
        Spot torn = spots.get(i);
        Spot best = null;
        double top = Double.NEGATIVE_INFINITY;
        int candidates = 0;
        for (int k = i + 1; k < spots.size() && k - i <= REACH && candidates < MOST_CANDIDATES; k++) {
            Spot spot = spots.get(k);
            if (!spot.isFree(torn)) {
                continue;
            }
            candidates++;
            double over = seams.of(torn.placed.row(), spot.placed.row()) - A_ROW * (k - i) - least(torn, spot);
            if (over > top) {
                best = spot;
                top = over;
            }
        }
        if (best != null && top >= 0) {
            join(torn, best);
        }
    }

    private static double least(Spot torn, Spot rest) {
        if (torn.after == rest) {
            return NEXT;
        }
        return torn.item == rest.item ? WITHIN : ACROSS;
    }

    private void join(Spot torn, Spot rest) {
        Item from = rest.item;
        Item to = torn.item;
        List<Placed> rows = from.rows();
        int at = rows.indexOf(rest.placed);
        Placed more = rest.placed.goingOn(torn.placed.row());
        rest.placed = more;
        rows.set(at, more);
        if (from == to) {
            return;
        }
        boolean bare = rows.subList(0, at).stream().noneMatch(Placed::isRunning);
        boolean headed = rows.subList(0, at).stream().anyMatch(p -> p.state().role() == Role.TITLE);
        int end = rows.size();
        if (bare && headed) {
            // The headline's own text must follow: only the rest goes.
            end = at + 1;
            while (end < rows.size() && rows.get(end).state().isMore()) {
                end++;
            }
        }
        List<Placed> tail = rows.subList(bare && !headed ? 0 : at, end);
        List<Placed> moved = List.copyOf(tail);
        tail.clear();
        to.rows().addAll(moved);
        to.rows().sort(Comparator.comparingInt(p -> p.row().firstLine()));
        spots.stream().filter(spot -> moved.contains(spot.placed)).forEach(spot -> spot.item = to);
        if (bare && headed && rows.stream().noneMatch(Placed::isRunning)) {
            head(from);
        }
    }

    /** Puts a headline that has lost its text onto the next article if that has text and no headline. */
    private void head(Item headline) {
        int next = items.indexOf(headline) + 1;
        if (next < items.size()
                && !items.get(next).has(Role.TITLE)
                && items.get(next).has(Role.BODY)) {
            items.get(next).rows().addAll(0, headline.rows());
            headline.rows().clear();
        }
    }
}
