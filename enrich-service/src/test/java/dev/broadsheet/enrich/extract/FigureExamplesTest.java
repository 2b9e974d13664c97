package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Divisions;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is learned from a figure that may go on measuring what the one before it measures. */
class FigureExamplesTest {
    private static final Divisions DIVISIONS = Divisions.load();
    private static final FigureExamples EXAMPLES = examples("新签约重点项目5个，比去年多3个。");

    @Test
    @DisplayName("by the labels, to go on is right where both figures have the same label")
    void byLabels() {
        assertThat(goodOfGoingOn(EXAMPLES.byLabels())).containsExactly(1.0);
    }

    @Test
    @DisplayName(
            "by weights that misread the figure before, to go on is wrong; as nothing else is right, that figure teaches nothing")
    void byOwnMistakes() {
        FigureWeights shortWords = FigureWeights.of(Map.of(FigureClue.CHARACTERS.of('b', 2), 5f));

        assertThat(goodOfGoingOn(EXAMPLES.by(shortWords))).isEmpty();
    }

    @Test
    @DisplayName("by weights that read the figure before as its label does, to go on is right")
    void byOwnAnswers() {
        FigureWeights longWords = FigureWeights.of(Map.of(FigureClue.CHARACTERS.of('b', 7), 5f));

        assertThat(goodOfGoingOn(EXAMPLES.by(longWords))).containsExactly(1.0);
    }

    /** Of the proposal, for the second figure, that it measures what the first does. */
    private static List<Double> goodOfGoingOn(List<ChoiceExample> examples) {
        long last = FigureClue.LAST_GAP.of(IndicatorForm.LAST.code(), '，', 1);
        List<Double> goods = new ArrayList<>();
        for (ChoiceExample example : examples) {
            for (int i = 0; i < example.options().size(); i++) {
                if (Arrays.stream(example.options().get(i)).anyMatch(clue -> clue == last)) {
                    goods.add(example.goods().get(i));
                }
            }
        }
        return goods;
    }

    private static FigureExamples examples(String text) {
        FigureArticle article = new FigureArticle(
                "sample",
                LabelSource.WRITTEN,
                Extractors.article(null, List.of(), text),
                List.of(label("新签约重点项目5个", 5), label("3个", 3)));
        return new FigureExamples(DIVISIONS, Extractor.with(DIVISIONS, FigureWeights.of(Map.of())), article);
    }

    private static LabelledFigure label(String quote, int value) {
        BigDecimal number = BigDecimal.valueOf(value);
        return new LabelledFigure(quote, "新签约重点项目", null, number, number, "count", "exact", "actual", "level");
    }
}
