package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Segmenter;
import dev.broadsheet.chinese.Token;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReaderTest {
    private static final ArticleReader READER = new ArticleReader(Segmenter.create(), Divisions.load());

    private static ArticleReader.Reading read(String... blocks) {
        return READER.read(Extractors.article(null, List.of(), blocks));
    }

    @ParameterizedTest
    @DisplayName("the words of a sentence are the sentence, wherever it is cut")
    @ValueSource(strings = {"真的！！！真的？！”他说。“好。”", "……。。。…。——。", "水利", "9", "A", "𠮷"})
    void wordsAreTheSentence(String unit) {
        for (List<Sentence> run : read(unit.repeat(700)).runs()) {
            for (Sentence sentence : READER.segmented(run)) {
                assertThat(sentence.tokens().stream().map(Token::text).collect(Collectors.joining()))
                        .isEqualTo(sentence.text().substring(sentence.start(), sentence.end()));
                assertThat(sentence.tokens().get(0).start()).isEqualTo(sentence.start());
                for (int i = sentence.start(); i < sentence.end(); i++) {
                    Token word = sentence.tokens().get(sentence.tokenAt(i));
                    assertThat(word.start()).isLessThanOrEqualTo(i);
                    assertThat(word.end()).isGreaterThan(i);
                    assertThat(sentence.isEdge(i)).isEqualTo(word.start() == i);
                }
                assertThat(sentence.isEdge(sentence.end())).isTrue();
            }
        }
    }

    @Test
    @DisplayName("sentences get their words together block by block, so many at a time as fit")
    void runs() {
        ArticleReader.Reading reading = read("一句话。".repeat(600), "另一段。又一句。", "");
        assertThat(reading.runs().stream().flatMap(List::stream)).containsExactlyElementsOf(reading.sentences());
        assertThat(reading.runs()).allSatisfy(run -> {
            assertThat(run.stream().map(Sentence::block).distinct()).hasSize(1);
            assertThat(run.get(run.size() - 1).end() - run.get(0).start()).isLessThanOrEqualTo(1_000);
        });
        assertThat(reading.runs()).hasSize(4);
    }
}
