package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Divisions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is seen of a figure that may go on measuring what the one before it measures. */
class IndicatorCluesTest {
    private static final Extractor UNTAUGHT = Extractor.with(Divisions.load(), FigureWeights.of(Map.of()));

    @Test
    @DisplayName("the unit of the figure before, the mark behind it and how many clauses begin in between")
    void figureBefore() {
        assertThat(clues("签约项目5个，带动就业20户。", IndicatorForm.LAST_BEFORE))
                .contains(FigureClue.name(FigureClue.LAST_GAP.of('k', '，', 1)))
                .anyMatch(clue -> clue.startsWith("LAST_UNIT k ") && clue.endsWith(" #0"))
                .contains("OWN_LAST #0 就 业");
        assertThat(clues("签约项目5个，比去年多3个。", IndicatorForm.LAST))
                .contains(FigureClue.name(FigureClue.LAST_GAP.of('l', '，', 1)))
                .anyMatch(clue -> clue.startsWith("LAST_UNIT l ") && clue.endsWith(" #1"));
    }

    @Test
    @DisplayName("the first figure of a sentence has none before it")
    void firstFigure() {
        assertThat(clues("带动就业20户。", IndicatorForm.LAST_BEFORE)).noneMatch(clue -> clue.startsWith("LAST_"));
    }

    /** Of the first proposal of that form for the last figure. */
    private static List<String> clues(String text, IndicatorForm form) {
        ReadSentence read = UNTAUGHT.read(Extractors.article(null, List.of(), text))
                .sentences()
                .get(0);
        List<Quantity> figures = read.figures().stream().map(Figure::quantity).toList();
        int last = figures.size() - 1;
        IndicatorChoice choice = IndicatorChoice.of(
                read.sentence(),
                read.periods(),
                read.names(),
                figures,
                last,
                read.figures().get(last).metric().kind());
        IndicatorProposal proposal = choice.proposals().stream()
                .filter(some -> some.form() == form)
                .findFirst()
                .orElseThrow();
        ClueBuffer clues = new ClueBuffer();
        choice.clues().of(proposal, clues);
        return IntStream.range(0, clues.size())
                .mapToObj(i -> FigureClue.name(clues.get(i)))
                .toList();
    }
}
