package dev.broadsheet.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class NameTableTest {
    @Test
    void theLongestOfSeveralNamesWins() {
        NameTable table = NameTable.of(List.of("甲乙", "甲乙丙", "甲乙丙丁戊", "甲己"));

        assertThat(table.longestAt("甲乙丙丁", 0)).isEqualTo(1);
        assertThat(table.longestAt("甲乙丙丁戊", 0)).isEqualTo(2);
        assertThat(table.longestAt("x甲己", 1)).isEqualTo(3);
        assertThat(table.longestAt("甲丙", 0)).isEqualTo(-1);
    }

    @Test
    void findTakesTheWholeNameOnly() {
        NameTable table = NameTable.of(List.of("甲乙", "甲乙丙"));

        assertThat(table.find("甲乙")).isZero();
        assertThat(table.find("甲乙丙")).isEqualTo(1);
        assertThat(table.find("甲")).isEqualTo(-1);
        assertThat(table.find("甲乙丙丁")).isEqualTo(-1);
        assertThat(table.find("")).isEqualTo(-1);
    }

    @Test
    void anEmptyTableFindsNothing() {
        assertThat(NameTable.of(List.of()).longestAt("甲", 0)).isEqualTo(-1);
    }

    @Test
    void namesMayReachTheHighestCharacter() {
        NameTable table = NameTable.of(List.of("a\uffff", "\uffff\uffff"));

        assertThat(table.longestAt("a\uffff", 0)).isZero();
        assertThat(table.longestAt("\uffff\uffff", 0)).isEqualTo(1);
    }

    @Test
    void agreesWithTryingEveryName() {
        Random random = new Random(7);
        TreeSet<String> names = new TreeSet<>();
        for (int i = 0; i < 300; i++) {
            names.add(letters(random, 1 + random.nextInt(5)));
        }
        List<String> sorted = List.copyOf(names);
        NameTable table = NameTable.of(sorted);
        String text = letters(random, 2_000);

        for (int from = 0; from < text.length(); from++) {
            String rest = text.substring(from);
            int longest = sorted.stream()
                    .filter(rest::startsWith)
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
            int found = table.longestAt(text, from);
            assertThat(found < 0 ? 0 : table.length(found)).isEqualTo(longest);
        }
    }

    private static String letters(Random random, int length) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < length; i++) {
            letters.append((char) ('甲' + random.nextInt(4)));
        }
        return letters.toString();
    }
}
