package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final List<EntityType> TYPES = List.of(EntityType.values());

    @Test
    @DisplayName("the longest name that stands there is found, whatever else begins like it")
    void findsLongest() {
        Vocabulary names = Vocabularies.of(Map.of(
                "青禾", EntityType.PLACE,
                "青禾七步", EntityType.PROGRAMME,
                "青禾七步走", EntityType.EVENT,
                "青石", EntityType.PLACE));
        String text = "推广青禾七步后";
        int row = names.longestAt(text, 2, text.length(), end -> true);
        assertThat(names.length(row)).isEqualTo(4);
        assertThat(names.type(row)).isEqualTo(EntityType.PROGRAMME);
        assertThat(names.longestAt(text, 1, text.length(), end -> true)).isNegative();
        assertThat(names.length(names.longestAt(text, 2, 5, end -> true)))
                .as("within the limit")
                .isEqualTo(2);
        assertThat(names.length(names.longestAt(text, 2, text.length(), end -> end != 6)))
                .as("where it may end")
                .isEqualTo(2);
    }

    @Test
    @DisplayName("no names find nothing")
    void nothing() {
        assertThat(Vocabulary.NONE.longestAt("青禾", 0, 2, end -> true)).isNegative();
        assertThat(Vocabulary.NONE.rows()).isEmpty();
    }

    @Test
    @DisplayName("of thousands of names that share their beginnings each is found, at its length and with its type")
    void findsAsAMapDoes() {
        Random random = new Random(5);
        Map<String, EntityType> names = new TreeMap<>();
        while (names.size() < 5000) {
            StringBuilder name = new StringBuilder();
            int length = 1 + random.nextInt(9);
            for (int i = 0; i < length; i++) {
                name.append("一\uffff\u0000a龥𠮷".charAt(random.nextInt(7)));
            }
            names.put(name.toString(), TYPES.get(random.nextInt(TYPES.size())));
        }
        Vocabulary vocabulary = Vocabularies.of(names);
        assertThat(vocabulary.rows())
                .containsExactlyElementsOf(names.entrySet().stream()
                        .map(name -> name.getKey() + "\t" + name.getValue())
                        .toList());
        names.forEach((name, type) -> {
            int row = vocabulary.longestAt(name, 0, name.length(), end -> true);
            assertThat(vocabulary.length(row)).isEqualTo(name.length());
            assertThat(vocabulary.type(row)).isEqualTo(type);
        });
        List<String> absent = names.keySet().stream()
                .map(name -> name + "丁")
                .filter(name -> !names.containsKey(name))
                .toList();
        assertThat(absent)
                .allSatisfy(
                        name -> assertThat(vocabulary.length(vocabulary.longestAt(name, 0, name.length(), end -> true)))
                                .isEqualTo(name.length() - 1));
    }
}
