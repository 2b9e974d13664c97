package dev.broadsheet.ingest.split;

import java.util.List;

/** Marks short rows that repeat a longer row's words: quotations pulled out of the text. Pages that are no pages are left alone. */
final class PullQuotes {
    private static final int SHORTEST = 10;
    private static final int MOST_CANDIDATES = 100;
    private static final int LONGEST_PAGE = 200_000;

    private PullQuotes() {}

    static void mark(List<Row> rows, long[] traits) {
        long size = rows.stream().mapToLong(row -> row.text().length()).sum();
        int candidates = 0;
        for (int i = 0; i < traits.length && size <= LONGEST_PAGE; i++) {
            boolean headish = Trait.HEADISH.in(traits[i]) && rows.get(i).text().length() >= SHORTEST;
            if (headish && ++candidates <= MOST_CANDIDATES && isRepeated(i, rows)) {
                traits[i] |= Trait.PULL_QUOTE.bit();
            }
        }
    }

    /** Not in the very next row: a lead repeats the title it stands under. */
    private static boolean isRepeated(int quote, List<Row> rows) {
        String text = rows.get(quote).folded();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (i != quote + 1
                    && row.text().length() > 2 * text.length()
                    && row.folded().contains(text)) {
                return true;
            }
        }
        return false;
    }
}
