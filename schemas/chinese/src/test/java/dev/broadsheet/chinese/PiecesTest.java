package dev.broadsheet.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PiecesTest {
    @Test
    void shortTextIsOnePiece() {
        assertThat(end("第一句。第二句。", 0)).isEqualTo(8);
    }

    @Test
    void longTextIsCutAfterTheLastSentenceThatFits() {
        String sentence = "字".repeat(999) + "。";

        assertThat(end(sentence.repeat(3), 0)).isEqualTo(1_000);
        assertThat(end(sentence.repeat(3), 1_000)).isEqualTo(2_000);
    }

    @Test
    void withoutASentenceEndItIsCutAtAPause() {
        String clause = "字".repeat(699) + ",";

        assertThat(end(clause.repeat(5), 0)).isEqualTo(1_400);
    }

    @Test
    void withoutAnyMarkItIsCutAtTheLimit() {
        assertThat(end("字".repeat(5_000), 100)).isEqualTo(100 + Pieces.LIMIT);
    }

    @Test
    void theLimitNeverCutsASurrogatePair() {
        String text = "字" + "😀".repeat(5_000);

        assertThat(end(text, 0)).isEqualTo(Pieces.LIMIT - 1);
    }

    private static int end(String text, int from) {
        return Pieces.end(text, from, text.length());
    }
}
