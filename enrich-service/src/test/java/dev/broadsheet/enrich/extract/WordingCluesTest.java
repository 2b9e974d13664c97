package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WordingCluesTest {
    @Test
    @DisplayName("characters alone and two by two, the last ones with the unit, and the words before it in its clause")
    void before() {
        assertThat(ProposalClues.of("商场投入资金购买设备20台。", IndicatorForm.BEFORE, "设备"))
                .contains("CHARACTER 设 #0 #0", "PAIR 设 备 #0", "UNIT_END #0 c 备", "UNIT_END b c 备", "UNIT_PAIR c 设 备")
                .contains("LEFT_OUT_WORD #0 购 买", "LEFT_OUT_WORD #0 资 金")
                .noneMatch(clue -> clue.startsWith("LEFT_OUT_WORD #0 设"));
    }

    @Test
    @DisplayName("what stands between it and the figure")
    void skipped() {
        assertThat(ProposalClues.of("产值从2018年的2亿元增加。", IndicatorForm.CUT, "产值"))
                .anyMatch(clue -> clue.startsWith("SKIPPED_TAG "));
    }

    @Test
    @DisplayName("how much still follows in the clause, up to its end")
    void behind() {
        assertThat(ProposalClues.of("新增45名调解员，负责社区纠纷。", IndicatorForm.BEHIND, "调解员"))
                .contains("LEFT_OUT n #0 #0");
    }
}
