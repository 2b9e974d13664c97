package dev.broadsheet.ingest.split;

import java.util.List;

/** Tells the rows that belong to no article by their words or form: hotlines, imprints, running heads, page numbers, rules. */
final class FurnitureFinder {
    private static final int LONGEST = 60;
    private static final int LONGEST_HEAD = 40;
    private static final int MASTHEAD_ROWS = 3;
    private final List<String> contained;
    private final List<String> starts;
    private final List<String> papers = Vocabulary.words("papers.tsv");

    FurnitureFinder() {
        List<List<String>> table = Vocabulary.table("furniture.tsv", 3);
        contained = table.stream()
                .filter(r -> r.get(1).equals("contains"))
                .map(r -> r.get(0))
                .toList();
        starts = table.stream()
                .filter(r -> r.get(1).equals("start"))
                .map(r -> r.get(0))
                .toList();
    }

    boolean isFurniture(Row row) {
        String text = row.folded();
        if (!hasWord(text)) {
            return true;
        }
        if (text.length() > LONGEST || text.indexOf('。') >= 0) {
            return false;
        }
        return Vocabulary.startsWithAny(text, starts)
                || Vocabulary.containsAny(text, contained)
                || isRunningHead(text)
                || (row.index() < MASTHEAD_ROWS && isPaper(text));
    }

    private static boolean hasWord(String text) {
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (Character.isLetterOrDigit(c)) {
                return true;
            }
            i += Character.charCount(c);
        }
        return false;
    }

    private static boolean isRunningHead(String text) {
        if (text.length() > LONGEST_HEAD) {
            return false;
        }
        boolean dated = HeadReader.date(text) != null;
        boolean numbered = HeadReader.pageNumber(text) != null;
        boolean weekday = text.contains("星期");
        return (dated && (numbered || weekday)) || (numbered && text.length() <= 6) || (weekday && numbered);
    }

    boolean isPaper(String token) {
        if (token.length() > 10) {
            return false;
        }
        for (String paper : papers) {
            if (token.endsWith(paper)) {
                return true;
            }
        }
        return false;
    }
}
