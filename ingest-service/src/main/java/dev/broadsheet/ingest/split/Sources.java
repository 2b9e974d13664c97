package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a closing bracket says of where the text comes from: (据新华社电), (来源:X). Persons named there are not read here. */
final class Sources {
    private static final int LONGEST = 16;
    private static final String QUOTES = "《》“”\"「」 ";
    private static final String GAPS = "、,/;";
    private final List<String> starts = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();

    Sources() {
        for (List<String> row : Vocabulary.table("source-words.tsv", 3)) {
            (row.get(1).equals("start") ? starts : ends).add(row.get(0));
        }
    }

    /** `plain` and `folded` are the inside of the bracket. Empty if it names no source, or one with a reporter. */
    Optional<CreditParser.Credit> read(String folded, String plain) {
        int from = start(plain);
        if (from == 0 || plain.contains("记者") || plain.contains("通讯员")) {
            return Optional.empty();
        }
        List<Byline> found = new ArrayList<>();
        int piece = from;
        for (int i = from; i <= plain.length(); i++) {
            if (i == plain.length() || GAPS.indexOf(plain.charAt(i)) >= 0) {
                add(folded, plain, piece, i, found);
                piece = i + 1;
            }
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new CreditParser.Credit(found, List.of(), List.of(), true, true, true));
    }

    private int start(String plain) {
        for (String start : starts) {
            if (plain.startsWith(start)) {
                return start.length();
            }
        }
        return 0;
    }

    private void add(String folded, String plain, int from, int to, List<Byline> found) {
        int start = from;
        int end = to;
        while (start < end && QUOTES.indexOf(plain.charAt(start)) >= 0) {
            start++;
        }
        for (int i = start; i < end; i++) {
            if (Chars.isDigit(plain.charAt(i)) || plain.charAt(i) == '》') {
                end = i;
            }
        }
        end = withoutEnd(plain, start, end);
        while (end > start && QUOTES.indexOf(plain.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end - start >= 2 && end - start <= LONGEST) {
            found.add(new Byline(BylineRole.SOURCE, folded.substring(start, end)));
        }
    }

    private int withoutEnd(String plain, int start, int end) {
        for (String word : ends) {
            int at = end - word.length();
            if (at > start && plain.startsWith(word, at)) {
                return at;
            }
        }
        return end;
    }
}
