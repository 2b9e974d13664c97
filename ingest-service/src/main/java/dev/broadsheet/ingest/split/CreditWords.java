package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The words of credits that give a role: before the names (记者) or after them (摄). The longest word at a place counts. */
final class CreditWords {
    /** One such word. `roles` are those it gives: 文/图 gives two. */
    record Word(String text, boolean before, List<BylineRole> roles) {}

    private final List<Word> words = new ArrayList<>();

    CreditWords() {
        for (List<String> row : Vocabulary.table("credit-words.tsv", 4)) {
            List<BylineRole> roles = new ArrayList<>();
            for (String role : row.get(2).split("\\+", -1)) {
                roles.add(BylineRole.valueOf(role));
            }
            words.add(new Word(row.get(0), row.get(1).equals("before"), List.copyOf(roles)));
        }
        words.sort(Comparator.comparingInt((Word word) -> -word.text().length()));
    }

    Optional<Word> before(String folded, int at) {
        for (Word word : words) {
            if (word.before() && folded.startsWith(word.text(), at)) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    /** A word after names. One of a single character other than 摄 counts only when it is not glued to a name: 文 ends names too. */
    Optional<Word> after(String folded, int at, boolean glued) {
        for (Word word : words) {
            boolean safe = !glued || word.text().length() > 1 || word.text().equals("摄");
            if (!word.before()
                    && safe
                    && folded.startsWith(word.text(), at)
                    && endsAt(folded, at + word.text().length())) {
                return Optional.of(word);
            }
        }
        return Optional.empty();
    }

    private static boolean endsAt(String folded, int end) {
        return end == folded.length() || !Chars.isHan(folded.charAt(end));
    }
}
