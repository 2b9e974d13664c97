package dev.broadsheet.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the segmenter and the recogniser both promise, whatever the text. */
class SegmentationTest {
    private static final Segmenter SEGMENTER = Segmenter.create();
    private static final Recogniser RECOGNISER = Recogniser.create();
    private static final String SENTENCE = "青川县今年谋划重点项目128个,总投资430.5亿元,由李文博担任青川县水利局局长。";

    static Stream<String> texts() {
        return Stream.of(
                "",
                " ",
                SENTENCE,
                "本报讯(记者 周立群)截至3月8日,全县 ABC-12 项目完成投资1.5万元。\n\n第二段",
                "\u0000",
                "项目\u0000投资\u0001\u001f\u007f\u0085完成",
                "\ud83d\ude00开工😀完成😀😀",
                "\ud83d",
                "\ude00项目\ud83d",
                "\ude00\ud83d\ude00\ud83d",
                "𠮷野家开业,𠀀𠀁𠀂",
                "\ufeff标题\ufffd\ufffe\uffff\ue000",
                "３０％的ＡＢＣ项目，①②㈠㎡",
                "e\u0301\u200b\u200d\u202e反向",
                "縣長視察鄉鎮專案",
                "،العربية हिन्दी ไทย",
                "1".repeat(5_000),
                "项".repeat(5_000),
                "😀".repeat(5_000),
                "\ud83d".repeat(5_000),
                " ".repeat(5_000),
                ("项目" + "\u0000").repeat(3_000));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void tokensOfTheSegmenterCoverAnyTextExactly(String text) {
        assertCovers(text, SEGMENTER.segment(text));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void tokensOfTheRecogniserCoverAnyTextExactly(String text) {
        assertCovers(text, RECOGNISER.recognise(text));
    }

    @Test
    void everySingleCharacterIsTakenBetweenWords() {
        StringBuilder every = new StringBuilder();
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            every.append("项目").append((char) c);
        }
        String text = every.toString();

        assertCovers(text, SEGMENTER.segment(text));
        assertCovers(text, RECOGNISER.recognise(text));
    }

    @Test
    void aSurrogatePairIsNeverCut() {
        String text = "完成😀投资𠮷元".repeat(1_000) + "😀".repeat(4_000);

        assertThat(SEGMENTER.segment(text))
                .noneMatch(token -> Character.isLowSurrogate(token.text().charAt(0))
                        || Character.isHighSurrogate(
                                token.text().charAt(token.text().length() - 1)));
    }

    @Test
    void theSameTextGivesTheSameTokens() {
        assertThat(RECOGNISER.recognise(SENTENCE)).isEqualTo(RECOGNISER.recognise(SENTENCE));
        assertThat(Segmenter.create().segment(SENTENCE)).isEqualTo(SEGMENTER.segment(SENTENCE));
    }

    @Test
    void textIsNotNormalised() {
        assertThat(SEGMENTER.segment("ＡＢＣ縣長"))
                .extracting(Token::text)
                .satisfies(words -> assertThat(String.join("", words)).isEqualTo("ＡＢＣ縣長"));
    }

    @Test
    void theSegmenterKnowsWordsAndTheirKinds() {
        assertThat(SEGMENTER.segment("产业园正在建设"))
                .extracting(Token::text, Token::tag)
                .contains(org.assertj.core.groups.Tuple.tuple("建设", "vn"));
    }

    @Test
    void theRecogniserFindsAPersonThatTheSegmenterDoesNotKnow() {
        String text = "记者李文博报道";

        assertThat(RECOGNISER.recognise(text)).contains(new Token("李文博", "nr", 2, 5));
        assertThat(SEGMENTER.segment(text)).extracting(Token::text).doesNotContain("李文博");
    }

    @Test
    void theRecogniserFindsNoNameInPlainWords() {
        assertThat(RECOGNISER.recognise("项目建设进展顺利"))
                .noneMatch(token -> List.of("nr", "ns", "nt").contains(token.tag()));
    }

    @Test
    void manyThreadsGetWhatOneGets() throws InterruptedException, ExecutionException {
        List<String> texts = texts().toList();
        List<List<Token>> alone = texts.stream().map(RECOGNISER::recognise).toList();
        Function<String, List<Token>> fresh = text -> Recogniser.create().recognise(text);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<List<Token>>>> results = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Function<String, List<Token>> one = i % 2 == 0 ? RECOGNISER::recognise : fresh;
                results.add(threads.submit(() -> texts.stream().map(one).toList()));
            }
            for (Future<List<List<Token>>> result : results) {
                assertThat(result.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void assertCovers(String text, List<Token> tokens) {
        int at = 0;
        for (Token token : tokens) {
            assertThat(token.start()).isEqualTo(at);
            assertThat(token.end()).isGreaterThan(at);
            assertThat(text.substring(token.start(), token.end())).isEqualTo(token.text());
            assertThat(token.tag()).isNotEmpty();
            at = token.end();
        }
        assertThat(at).isEqualTo(text.length());
    }
}
