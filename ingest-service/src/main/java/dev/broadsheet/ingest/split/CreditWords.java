package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The words of credits that give a role: before the names (记者) or after them (摄). The longest word at a place counts. */
final class CreditWords {
    /** Where a word stands: ASIDE tells nothing of anybody, NOBODY stands before names that are no credits of the article. */
    enum Place {
        BEFORE,
        AFTER,
        EITHER,
        ASIDE,
        NOBODY
    }

    /** One such word. `roles` are those it gives: 文/图 gives two. */
    record Word(String text, Place place, List<BylineRole> roles) {
        boolean mayClose() {
            return place == Place.AFTER || place == Place.EITHER;
        }
    }

    private static final int LONGEST_HOUSE = 16;
    private static final List<String> ROLES = List.of("记者", "员", "撰稿", "实习生", "摄影师", "主笔", "作者");
    private final List<String> houseStarts;
    private final List<String> houseEnds;
    /** Words by their first character, the longest first. */
    private final Word[][] words;

    private final char[] firsts;

    CreditWords() {
        List<Word> all = new ArrayList<>();
        for (List<String> row : Vocabulary.table("credit-words.tsv", 4)) {
            all.add(new Word(row.get(0), Place.valueOf(row.get(1).toUpperCase(Locale.ROOT)), roles(row.get(2))));
        }
        all.sort(Comparator.comparingInt((Word word) -> -word.text().length()));
        firsts = firsts(all);
        words = new Word[firsts.length][];
        for (int i = 0; i < firsts.length; i++) {
            char first = firsts[i];
            words[i] = all.stream().filter(w -> w.text().charAt(0) == first).toArray(Word[]::new);
        }
        List<List<String>> houses = Vocabulary.table("credit-houses.tsv", 3);
        houseStarts = column(houses, "start");
        houseEnds = column(houses, "end");
    }

    private static List<BylineRole> roles(String cell) {
        return cell.equals("-")
                ? List.of()
                : Arrays.stream(cell.split("\\+", -1)).map(BylineRole::valueOf).toList();
    }

    private static char[] firsts(List<Word> all) {
        StringBuilder firsts = new StringBuilder();
        all.stream().mapToInt(w -> w.text().charAt(0)).distinct().sorted().forEach(c -> firsts.append((char) c));
        return firsts.toString().toCharArray();
    }

    private static List<String> column(List<List<String>> table, String place) {
        return table.stream()
                .filter(r -> r.get(1).equals(place))
                .map(r -> r.get(0))
                .toList();
    }

    /** The longest word that stands at this place of text as {@link Script} gives it; one after names must end there. */
    @Nullable
    Word at(String plain, int at) {
        int first = Arrays.binarySearch(firsts, plain.charAt(at));
        if (first < 0) {
            return null;
        }
        for (Word word : words[first]) {
            int end = at + word.text().length();
            boolean ends = end >= plain.length() || !Chars.isHan(plain.charAt(end));
            if (plain.startsWith(word.text(), at) && (ends || !word.mayClose())) {
                return word;
            }
        }
        return null;
    }

    /** Whether a word stands in the text before which a house can stand. */
    boolean hasRole(String plain) {
        return Vocabulary.containsAny(plain, ROLES);
    }

    /** Where the role's word begins when a house that has reporters stands here (新华社|记者, 本报驻京|记者), else -1. */
    int roleAfterHouse(String plain, int at) {
        int limit = Math.min(plain.length(), at + LONGEST_HOUSE);
        for (int i = at; i < limit; i++) {
            char c = plain.charAt(i);
            if (!Chars.isHan(c) && c != '·' && !Chars.isAsciiWord(c)) {
                return -1;
            }
            if (i > at && "记通评特撰摄实首见全".indexOf(c) >= 0 && isRole(plain, i) && isHouse(plain.substring(at, i))) {
                return i;
            }
        }
        return -1;
    }

    private boolean isRole(String plain, int at) {
        Word word = at(plain, at);
        return word != null && word.place() == Place.BEFORE && word.text().length() > 1;
    }

    private boolean isHouse(String prefix) {
        if (Vocabulary.startsWithAny(prefix, houseStarts)) {
            return true;
        }
        for (String end : houseEnds) {
            if (prefix.endsWith(end)) {
                return true;
            }
        }
        return false;
    }
}
