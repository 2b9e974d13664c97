package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides what a headline printed one or two characters a line belongs to: the first article behind it that lacks a headline or has
 * but a torn piece of one. If no such article follows, or the page prints the same words as a headline, the scraps are furniture.
 */
final class ScrapPlacer {
    private static final int FEWEST_CHARACTERS = 4;
    private static final int REACH = 2;
    /** More runs than this are no headlines but a page that is no page; comparing them all would take too long. */
    private static final int MOST_RUNS = 100;

    private ScrapPlacer() {}

    /** Adds the runs of scraps to the items they belong to and returns the rows of the others. */
    static List<Row> place(List<List<Row>> runs, List<Item> items) {
        List<Row> furniture = new ArrayList<>();
        for (List<Row> run : runs) {
            Item owner = runs.size() > MOST_RUNS ? null : owner(run, items);
            if (owner == null) {
                furniture.addAll(run);
            } else {
                head(owner, run);
            }
        }
        return furniture;
    }

    private static @Nullable Item owner(List<Row> run, List<Item> items) {
        String text = words(run);
        if (text.length() < FEWEST_CHARACTERS || isPrinted(text, items)) {
            return null;
        }
        int tried = 0;
        for (Item item : items) {
            if (item.firstLine() < run.get(0).firstLine()) {
                continue;
            }
            if (lacksHeadline(item)) {
                return item;
            }
            if (++tried == REACH) {
                return null;
            }
        }
        return null;
    }

    private static boolean lacksHeadline(Item item) {
        boolean text = item.rows().stream().anyMatch(Placed::isRunning);
        return text
                && item.rows().stream()
                        .filter(p -> p.state().role() == Role.TITLE)
                        .allMatch(p -> p.has(Trait.FRAGMENT));
    }

    private static boolean isPrinted(String text, List<Item> items) {
        for (Item item : items) {
            for (Placed placed : item.rows()) {
                if (placed.state().role() == Role.TITLE
                        && words(List.of(placed.row())).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String words(List<Row> run) {
        StringBuilder words = new StringBuilder();
        for (Row row : run) {
            row.folded().chars().filter(Character::isLetterOrDigit).forEach(c -> words.append((char) c));
        }
        return words.toString();
    }

    private static void head(Item item, List<Row> run) {
        List<Placed> rows = new ArrayList<>();
        for (Row row : run) {
            rows.add(new Placed(row, rows.isEmpty() ? State.TITLE : State.TITLE_MORE, 0));
        }
        for (Placed placed : item.rows()) {
            boolean torn = placed.state() == State.TITLE || placed.state() == State.TITLE_MORE;
            rows.add(torn ? placed.as(State.KICKER) : placed);
        }
        rows.sort(Comparator.comparingInt(p -> p.row().firstLine()));
        item.rows().clear();
        item.rows().addAll(rows);
    }
}
