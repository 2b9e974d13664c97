package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;

/** Cuts a reading into articles, and gives articles the section heads that cover them. */
final class Grouper {
    /** The articles of a page and the rows that stand outside them. */
    record Groups(List<Item> items, List<Placed> outside) {}

    private static final int SHORTEST_KEY = 3;
    private final List<String> starts;

    Grouper() {
        starts = Vocabulary.table("sections.tsv", 3).stream()
                .filter(r -> r.get(1).equals("start"))
                .map(r -> r.get(0))
                .toList();
    }

    Groups group(List<Row> rows, long[] traits, List<Decoder.Verdict> reading) {
        List<Item> items = new ArrayList<>();
        List<Placed> outside = new ArrayList<>();
        Row section = null;
        boolean fresh = false;
        State before = null;
        for (int i = 0; i < rows.size(); i++) {
            State state = reading.get(i).state();
            float margin = reading.get(i).margin();
            Placed placed = new Placed(rows.get(i), state, traits[i]);
            if (state.isOutside()) {
                outside.add(placed);
                section = state == State.SECTION ? rows.get(i) : section;
                fresh |= state == State.SECTION;
            } else {
                if (items.isEmpty() || state.begins(before)) {
                    if (!items.isEmpty()) {
                        items.get(items.size() - 1).doubt(margin);
                    }
                    items.add(new Item(Float.MAX_VALUE));
                    if (section != null) {
                        label(items.get(items.size() - 1), section, rows, traits, reading, i, fresh);
                    }
                    fresh = false;
                }
                items.get(items.size() - 1).add(placed, margin);
            }
            before = state;
        }
        return new Groups(items, outside);
    }

    /** The first article under a section head has it; a later one if the head covers all, or it takes up the head's words. */
    private void label(
            Item item,
            Row section,
            List<Row> rows,
            long[] traits,
            List<Decoder.Verdict> reading,
            int from,
            boolean fresh) {
        String key = key(section.folded());
        boolean covered = fresh || key.isEmpty();
        for (int i = from; i < rows.size() && !covered; i++) {
            if (i > from
                    && (reading.get(i).state().isOutside()
                            || reading.get(i).state().begins(reading.get(i - 1).state()))) {
                break;
            }
            covered = key.length() >= SHORTEST_KEY
                    && traits[i] != 0
                    && rows.get(i).folded().contains(key);
        }
        if (covered) {
            item.section(section.text());
        }
    }

    /** What a head such as 聚焦“X” is about: X. Empty for one that names a part of the page. */
    private String key(String folded) {
        int open = folded.indexOf('“');
        int close = folded.indexOf('”');
        if (open >= 0 && close > open) {
            return folded.substring(open + 1, close);
        }
        for (String start : starts) {
            if (folded.startsWith(start)) {
                return folded.substring(start.length());
            }
        }
        return "";
    }
}
