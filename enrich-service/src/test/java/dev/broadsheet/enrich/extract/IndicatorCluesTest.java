package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is seen of a figure that may go on measuring what the one before it measures. */
class IndicatorCluesTest {
    @Test
    @DisplayName("the unit of the figure before, the mark behind it and how many clauses begin in between")
    void figureBefore() {
        assertThat(ProposalClues.of("签约项目5个，带动就业20户。", IndicatorForm.LAST_BEFORE, "就业"))
                .contains(FigureClue.name(FigureClue.LAST_GAP.of('k', '，', 1)))
                .anyMatch(clue -> clue.startsWith("LAST_UNIT k ") && clue.endsWith(" #0"))
                .contains("OWN_LAST #0 就 业");
        assertThat(ProposalClues.of("签约项目5个，比去年多3个。", IndicatorForm.LAST, ""))
                .contains(FigureClue.name(FigureClue.LAST_GAP.of('l', '，', 1)))
                .anyMatch(clue -> clue.startsWith("LAST_UNIT l ") && clue.endsWith(" #1"));
    }

    @Test
    @DisplayName("the first figure of a sentence has none before it")
    void firstFigure() {
        assertThat(ProposalClues.of("带动就业20户。", IndicatorForm.LAST_BEFORE, "就业")).noneMatch(clue -> clue.startsWith("LAST_"));
    }
}
