package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Against looking for every word everywhere. */
class LexiconTest {
    /** The last two share their low bits with others. */
    private static final String ALPHABET = "豫郑州市民区人大a1" + (char) ('州' + 256) + (char) ('a' + 1024);

    private final Random random = new Random(11);

    private String text(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static int longest(List<String> words, String text, int from, int limit) {
        return words.stream()
                .filter(word -> from + word.length() <= limit && text.startsWith(word, from))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    @Test
    @DisplayName("the longest of very many words, told by their first three characters")
    void findsTheLongestOfMany() {
        Set<String> words = new HashSet<>();
        while (words.size() < 12_000) {
            words.add(han(1 + random.nextInt(4)));
        }
        Lexicon lexicon = Lexicon.of(words);
        String text = han(2_000);
        for (int i = 0; i < text.length(); i++) {
            int limit = Math.min(text.length(), i + 1 + random.nextInt(6));
            int length = limit - i;
            while (length > 0 && !words.contains(text.substring(i, i + length))) {
                length--;
            }
            assertThat(lexicon.matchLength(text, i, limit)).isEqualTo(length);
        }
    }

    private String han(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append((char) ('\u4e00' + random.nextInt(40)));
        }
        return text.toString();
    }

    @Test
    @DisplayName("the longest word at each position, from either end, and its row, words of one character too")
    void findsTheLongest() {
        for (int round = 0; round < 200; round++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                words.add(text(1 + random.nextInt(4)));
            }
            Lexicon lexicon = Lexicon.of(words);
            Lexicon reversed = Lexicon.reversed(words);
            String text = text(30);
            for (int i = 0; i < text.length(); i++) {
                int limit = i + 1 + random.nextInt(text.length() - i);
                int length = longest(words, text, i, limit);
                assertThat(lexicon.matchLength(text, i, limit)).isEqualTo(length);
                for (int end = i + 1; end <= Math.min(text.length(), i + 5); end++) {
                    assertThat(lexicon.row(text, i, end)).isEqualTo(words.indexOf(text.substring(i, end)));
                }
                int floor = random.nextInt(i + 1);
                int end = i + 1;
                int ending = words.stream()
                        .filter(word -> end - word.length() >= floor && text.startsWith(word, end - word.length()))
                        .mapToInt(String::length)
                        .max()
                        .orElse(0);
                assertThat(reversed.longestEnding(text, end, floor)).isEqualTo(ending);
            }
        }
    }
}
