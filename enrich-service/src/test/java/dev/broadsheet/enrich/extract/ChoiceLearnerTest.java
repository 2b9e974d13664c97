package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChoiceLearnerTest {
    private static final int ROUNDS = 60;
    private static final long SHORT = FigureClue.CHARACTERS.of('b', 2);
    private static final long LONG = FigureClue.CHARACTERS.of('b', 8);

    @Test
    @DisplayName("what all choose is learned")
    void chosenByAll() {
        List<ChoiceExample> examples = new ArrayList<>(choices(LabelSource.WRITTEN, SHORT, LONG));
        examples.addAll(choices(LabelSource.OWN, SHORT, LONG));

        assertThat(preference(examples)).isGreaterThan(1);
    }

    @Test
    @DisplayName("what only labels of our own choose stays theirs, though they count for more than all others")
    void habit() {
        List<ChoiceExample> examples = new ArrayList<>(choices(LabelSource.WRITTEN, SHORT, LONG));
        examples.addAll(choices(LabelSource.OWN, LONG, SHORT));

        assertThat(preference(examples)).isGreaterThan(0);
    }

    /** How much more the shorter wording is worth. */
    private static float preference(List<ChoiceExample> examples) {
        Map<Long, Float> learned = new ChoiceLearner(examples).learn(ROUNDS);
        return learned.getOrDefault(SHORT, 0f) - learned.getOrDefault(LONG, 0f);
    }

    /** Of ten documents, each with one choice between two wordings. */
    private static List<ChoiceExample> choices(LabelSource source, long chosen, long other) {
        List<ChoiceExample> examples = new ArrayList<>();
        for (int document = 0; document < 10; document++) {
            ChoiceExample.Builder choice = new ChoiceExample.Builder();
            choice.add(new long[] {chosen}, 1);
            choice.add(new long[] {other}, 0);
            examples.add(choice.build(source + ":" + document, source));
        }
        return examples;
    }
}
