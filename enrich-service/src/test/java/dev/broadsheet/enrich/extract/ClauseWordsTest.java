package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which words of a sentence are of the clause around names. */
class ClauseWordsTest {
    @ParameterizedTest
    @DisplayName("a clause word counts however it is cut, and a word asked for alone is one where it is one among all")
    @CsvSource({"云山|现有|企业|获|评|先进, 现有获评", "云山|现|有|几|家|企业, 现有几家", "其|中|一|套|设备|位于|城|东, 其中一位于", "云山|公司|投产, ''"})
    void findsThem(String cut, String expected) {
        Sentence sentence = sentence(List.of(cut.split("\\|", -1)));
        boolean[] all = ClauseWords.of(sentence);

        StringBuilder found = new StringBuilder();
        for (int i = 0; i < all.length; i++) {
            found.append(all[i] ? sentence.tokens().get(i).text() : "");
        }
        assertThat(found).hasToString(expected);
        assertThat(IntStream.range(0, all.length).mapToObj(i -> ClauseWords.has(sentence, i)))
                .containsExactly(
                        IntStream.range(0, all.length).mapToObj(i -> all[i]).toArray(Boolean[]::new));
    }

    private static Sentence sentence(List<String> words) {
        List<Token> tokens = new ArrayList<>();
        int start = 0;
        for (String word : words) {
            tokens.add(new Token(word, "n", start, start + word.length()));
            start += word.length();
        }
        return new Sentence(FlatText.of(String.join("", words), false), 0, 0, start, tokens);
    }
}
