package dev.broadsheet.ingest.split;

import dev.broadsheet.chinese.Seams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a page into rows and finds their traits. */
final class SheetReader {
    /** More runs than this are no headlines but a page that is no page; comparing them all would take too long. */
    private static final int MOST_SCRAPS = 100;

    private final TraitReader traitReader;
    private final FurnitureFinder furnitureFinder;
    private final Seams seams;

    SheetReader(CreditFinder credits, FurnitureFinder furnitureFinder, Seams seams) {
        this.traitReader = new TraitReader(credits);
        this.furnitureFinder = furnitureFinder;
        this.seams = seams;
    }

    Sheet read(String page) {
        List<Line> lines = PageReader.read(page);
        List<Row> furniture = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (Row row : Unwrapper.rows(lines)) {
            (furnitureFinder.isFurniture(row) ? furniture : rows).add(row);
        }
        List<List<Row>> scraps = new ArrayList<>(Scraps.find(rows));
        rows = withHeadlines(rows, scraps);
        Pairs pairs = Pairs.of(rows);
        return new Sheet(lines, rows, traits(rows, pairs), pairs, furniture, scraps);
    }

    /**
     * The rows without scraps, but with those between whole paragraphs put together to the headlines they were; these are taken off `scraps`.
     * What stands in a sentence hides the sentence, and finds its place later.
     */
    private static List<Row> withHeadlines(List<Row> rows, List<List<Row>> scraps) {
        if (scraps.isEmpty()) {
            return rows;
        }
        boolean page = scraps.size() <= MOST_SCRAPS;
        Map<Integer, List<Row>> runs = new HashMap<>();
        scraps.forEach(run -> runs.put(run.get(0).index(), run));
        scraps.clear();
        List<Row> kept = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<Row> run = runs.get(rows.get(i).index());
            if (run == null) {
                kept.add(rows.get(i));
                continue;
            }
            if (page && (kept.isEmpty() || Scraps.isHeadline(run, kept.get(kept.size() - 1), rows))) {
                kept.add(Row.of(run.get(0).index(), run));
            } else {
                scraps.add(run);
            }
            i += run.size() - 1;
        }
        return kept;
    }

    private long[] traits(List<Row> rows, Pairs pairs) {
        long[] traits = rows.stream().mapToLong(traitReader::read).toArray();
        PullQuotes.mark(rows, traits);
        new Neighbours(rows, traits, pairs, seams).add();
        return traits;
    }
}
