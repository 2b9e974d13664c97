package dev.broadsheet.sink.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SearchVectorTest {
    @Test
    void chineseCharactersStandAloneAndInPairs() {
        assertThat(vector("青川县")).isEqualTo("'青':1 '青川':1 '川':2 '川县':2 '县':3");
    }

    @Test
    void otherScriptsAreWordsInLowerCaseAndFullWidthIsFolded() {
        assertThat(vector("5G网 Wi")).isEqualTo("'5g':1 '网':2 'wi':3");
    }

    @Test
    void whiteSpaceIsLayoutButPunctuationAndBlocksAreGaps() {
        assertThat(vector("青 川")).isEqualTo(vector("青川"));
        assertThat(vector("青,川")).isEqualTo("'青':1 '川':3");
        assertThat(SearchVector.of(List.of("青", "川")).vector()).isEqualTo("'青':1 '川':3");
    }

    @Test
    void aTextWithoutLettersIsEmptyAndQuotesDoNotBreakOut() {
        assertThat(vector("——!'\\")).isEmpty();
        assertThat(vector("a'b")).isEqualTo("'a':1 'b':3");
    }

    @Test
    void whatIsTooLongForTheDatabaseIsCutAndSaysSo() {
        SearchVector vector = SearchVector.of(List.of("水".repeat(SearchVector.LAST_POSITION + 1)));

        assertThat(vector.complete()).isFalse();
        assertThat(SearchVector.of(List.of("水".repeat(100))).complete()).isTrue();
        assertThat(vector("x".repeat(3_000))).hasSize(SearchVector.WORD_CHARS + 4);
    }

    private static String vector(String text) {
        return SearchVector.of(List.of(text)).vector();
    }
}
