package dev.broadsheet.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.NameContexts.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordKnowledgeTest {
    private final Thesaurus thesaurus = Thesaurus.load();
    private final NameContexts contexts = NameContexts.load();

    @Test
    @DisplayName("words of one kind of meaning have one class, and classes of a kind one middle class")
    void classes() {
        assertThat(thesaurus.minor("书记")).isPositive().isNotEqualTo(thesaurus.minor("改造"));
        assertThat(thesaurus.minor("农民")).isEqualTo(thesaurus.minor("村民")).isBetween(1, 0xffff);
        assertThat(Thesaurus.middle(thesaurus.minor("工人"))).isEqualTo(Thesaurus.middle(thesaurus.minor("职工")));
    }

    @ParameterizedTest
    @DisplayName("what is no word of the thesaurus has no class")
    @ValueSource(strings = {"", "，", "青禾七步", "\ud800", "Ae03A01="})
    void noClass(String word) {
        assertThat(thesaurus.minor(word)).isZero();
        assertThat(Thesaurus.middle(0)).isZero();
    }

    @ParameterizedTest
    @DisplayName("a word that is mostly met in a place has a high step there, and a lower one elsewhere")
    @CsvSource({
        "记者, BEFORE_PERSON, BEHIND_PLACE",
        "位于, BEFORE_PLACE, BEFORE_PERSON",
        "有限公司, ORGANIZATION_END, BEFORE_PLACE",
        "王, SURNAME, BEFORE_PLACE"
    })
    void steps(String word, Role high, Role low) {
        long steps = contexts.of(word);
        assertThat(NameContexts.step(steps, high)).isBetween(4, NameContexts.MOST);
        assertThat(NameContexts.step(steps, low)).isLessThan(NameContexts.step(steps, high));
        assertThat(contexts.of(word)).isEqualTo(steps);
    }

    @ParameterizedTest
    @DisplayName("an unknown word stands nowhere")
    @ValueSource(strings = {"", "青禾七步", "\ud800"})
    void unknown(String word) {
        assertThat(contexts.of(word)).isZero();
    }
}
