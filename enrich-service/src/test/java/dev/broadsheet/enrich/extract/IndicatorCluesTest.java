package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
        assertThat(ProposalClues.of("带动就业20户。", IndicatorForm.LAST_BEFORE, "就业"))
                .noneMatch(clue -> clue.startsWith("LAST_"));
    }

    @Test
    @DisplayName("what a figure earlier in the list measures has no words of its own to be looked at")
    void earlier() {
        assertThat(ProposalClues.of("进口3亿元、出口2亿元，分别增长5%、6%。", IndicatorForm.EARLIER, ""))
                .contains("FORM_PLACE e #2 #0")
                .noneMatch(clue -> clue.startsWith("UNIT_END") || clue.startsWith("LEFT_OUT"));
    }

    @Test
    @DisplayName(
            "what words behind a figure tell is the same whatever leads, and is no more and no less than what the rest leaves out")
    void wordsBehind() {
        IndicatorChoice choice = ProposalClues.choice("全镇今年新建改建12公里灌溉渠道。");
        List<IndicatorProposal> around = choice.proposals().stream()
                .filter(proposal -> proposal.form() == IndicatorForm.AROUND)
                .toList();
        assertThat(around).hasSizeGreaterThan(1);
        for (IndicatorProposal proposal : around) {
            ClueBuffer whole = new ClueBuffer();
            choice.clues().of(proposal, whole);
            ClueBuffer parts = new ClueBuffer();
            choice.clues().withoutWords(proposal, parts);
            choice.clues().ofWords(proposal.words(), parts);
            assertThat(parts.copy()).containsExactlyInAnyOrder(whole.copy());
        }
    }
}
