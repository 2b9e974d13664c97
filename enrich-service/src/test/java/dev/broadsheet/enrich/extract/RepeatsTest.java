package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Token;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private static final String TEXT = "书记罗桂芝来了。罗桂芝走了。罗桂芝香飘十里。";
    private static final UnaryOperator<Sentence> WORDS = RepeatsTest::words;

    private static Sentence sentence(int from, int to) {
        return new Sentence(FlatText.of(TEXT, false), 0, from, to, List.of());
    }

    /** The last sentence has a word that goes on behind the name. */
    private static Sentence words(Sentence sentence) {
        int end = sentence.end() == TEXT.length() ? sentence.start() + 4 : sentence.start() + 3;
        return new Sentence(
                sentence.flat(),
                sentence.block(),
                sentence.start(),
                sentence.end(),
                List.of(
                        new Token(TEXT.substring(sentence.start(), end), "nr", sentence.start(), end),
                        new Token(TEXT.substring(end, sentence.end()), "v", end, sentence.end())));
    }

    private static Candidate person(int from, int to) {
        return new Candidate(EntityType.PERSON, from, to, EntityFinder.LEARNED);
    }

    @Test
    @DisplayName(
            "a name found in one sentence is found in the next, but not in the middle of a word or of another name")
    void everywhere() {
        Sentence first = sentence(0, 8);
        Sentence second = sentence(8, 14);
        Sentence third = sentence(14, 22);
        Repeats repeats = Repeats.of(List.of(first, second), List.of(List.of(person(2, 5)), List.of()));
        assertThat(repeats.in(second, List.of(), WORDS)).containsExactly(person(8, 11));
        assertThat(repeats.in(third, List.of(), WORDS)).isEmpty();
        assertThat(repeats.in(second, List.of(person(8, 12)), WORDS)).isEmpty();
    }

    @Test
    @DisplayName("a name of two types, or of two characters, is not looked for")
    void unsure() {
        Sentence first = sentence(0, 8);
        Sentence second = sentence(8, 14);
        Candidate place = new Candidate(EntityType.PLACE, 2, 5, EntityFinder.LEARNED);
        assertThat(Repeats.of(List.of(first, first), List.of(List.of(person(2, 5)), List.of(place)))
                        .in(second, List.of(), WORDS))
                .isEmpty();
        Candidate shortPlace = new Candidate(EntityType.PLACE, 3, 5, EntityFinder.LEARNED);
        assertThat(Repeats.of(List.of(first, first), List.of(List.of(person(3, 5)), List.of(shortPlace)))
                        .in(sentence(9, 14), List.of(), sentence -> sentence))
                .isEmpty();
        Candidate brief = new Candidate(EntityType.PLACE, 2, 4, EntityFinder.LEARNED);
        assertThat(Repeats.of(List.of(first), List.of(List.of(brief))).in(second, List.of(), WORDS))
                .isEmpty();
    }

    @Test
    @DisplayName("a person whose name is a word as well is found only where something tells the person")
    void words() {
        assertThat(Extractors.read("记者高峰说，他来了。购买黄金、欣赏高峰的人不少，客流高峰在早上。").entities())
                .filteredOn(entity -> entity.text().equals("高峰"))
                .hasSizeLessThanOrEqualTo(1);
    }
}
