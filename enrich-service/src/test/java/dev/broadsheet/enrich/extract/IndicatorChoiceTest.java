package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Divisions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is proposed for a figure from what those before it measure. */
class IndicatorChoiceTest {
    private static final Extractor UNTAUGHT = Extractor.with(Divisions.load(), FigureWeights.of(Map.of()));

    @Test
    @DisplayName("words that end like what the figure before measures are another thing, and are not added to it")
    void otherThing() {
        assertThat(texts("青河县客流量12万人次，云山县客流量10万人次。", IndicatorForm.LAST_BEFORE, "青河县客流量"))
                .isNotEmpty()
                .allMatch(String::isEmpty);
        assertThat(texts("签约项目5个，带动就业20户。", IndicatorForm.LAST_BEFORE, "签约项目")).contains("签约项目带动就业");
        assertThat(texts("完成投资5亿元，占总投资的20%。", IndicatorForm.LAST_BEFORE, "完成投资"))
                .contains("完成投资占总投资");
    }

    @Test
    @DisplayName(
            "a word before the figure may be completed by the end of what the figure before it in the sentence measures")
    void lends() {
        assertThat(texts("开工项目64个，竣工21个。", IndicatorForm.LAST_END, "开工项目")).containsExactly("竣工项目", "");
        assertThat(texts("夏粮种植面积26万亩，其中小麦18万亩。", IndicatorForm.LAST_END, "夏粮种植面积"))
                .containsExactly("小麦面积", "小麦种植面积");
        assertThat(texts("小麦产量26万吨，玉米产量18万吨。", IndicatorForm.LAST_END, "小麦产量")).containsOnly("");
        assertThat(texts("小麦产量26万吨，玉米18万吨。", IndicatorForm.LAST_END, "量")).containsOnly("");
        assertThat(texts("全县竣工21个。", IndicatorForm.LAST_END, "开工项目")).isEmpty();
    }

    @Test
    @DisplayName("a limit that tells which are meant is part of what is measured, a figure of its own is not")
    void limits() {
        assertThat(texts("收入50万元以上的村占比达91%。", IndicatorForm.BEFORE, "")).contains("50万元以上的村占比");
        assertThat(texts("全市引进10亿元以上项目6个。", IndicatorForm.BEFORE, "")).contains("10亿元以上项目");
        assertThat(texts("骨科病人30天内再入院率为5%。", IndicatorForm.BEFORE, "")).contains("30天内再入院率");
        assertThat(texts("增长5%以上，新项目6个。", IndicatorForm.BEFORE, ""))
                .isNotEmpty()
                .noneMatch(text -> text.contains("5%"));
        assertThat(texts("项目投资5亿元以上和税收6万元。", IndicatorForm.BEFORE, "")).containsExactly("税收");
        assertThat(texts("投资5亿元的项目6个。", IndicatorForm.BEFORE, "")).noneMatch(text -> text.contains("5亿元"));
    }

    @Test
    @DisplayName("what longer ago was measured is forgotten")
    void forgets() {
        RecentIndicators recent = new RecentIndicators();
        for (int i = 0; i < 9; i++) {
            recent.add("第" + i);
        }

        assertThat(recent.back(1)).isEqualTo("第8");
        assertThat(recent.back(8)).isEqualTo("第1");
        assertThat(recent.back(9)).isEmpty();
        assertThat(new RecentIndicators().back(1)).isEmpty();
    }

    /** Of that form for the last figure. */
    private static List<String> texts(String text, IndicatorForm form, String before) {
        ReadSentence read = UNTAUGHT.read(Extractors.article(null, List.of(), text))
                .sentences()
                .get(0);
        List<Quantity> figures = read.figures().stream().map(Figure::quantity).toList();
        IndicatorChoice choice = IndicatorChoice.of(
                read.sentence(), read.periods(), read.names(), figures, figures.size() - 1, MetricKind.LEVEL);
        RecentIndicators recent = new RecentIndicators();
        recent.add(before);
        return choice.proposals().stream()
                .filter(proposal -> proposal.form() == form)
                .map(proposal -> choice.text(proposal, recent))
                .toList();
    }
}
