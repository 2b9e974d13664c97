package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Segmenter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which stretches of a sentence may be names at all. */
class ProposalsTest {
    private static final Divisions DIVISIONS = Divisions.load();
    private static final ArticleReader READER = new ArticleReader(Segmenter.create(), DIVISIONS);
    private static final EntityFinder FINDER = new EntityFinder(DIVISIONS, NameWeights.of(Map.of()));

    private static List<String> proposed(String text) {
        ArticleReader.Reading reading = READER.read(Extractors.article(null, List.of(), text));
        return reading.runs().stream()
                .flatMap(run -> READER.segmented(run).stream())
                .flatMap(sentence -> Arrays.stream(
                                Proposals.of(sentence, FINDER.rules(sentence, reading.names()), reading.names()))
                        .mapToObj(span -> text.substring(Proposals.start(span), Proposals.end(span))))
                .toList();
    }

    @ParameterizedTest
    @DisplayName("a name may end in the quotation mark that it holds, or in a bracket of up to five characters")
    @ValueSource(strings = {"下月举办|第四届“双河论坛”|，为期两天。", "病人转往|柳溪县医院（东城新院区）|治疗。", "病人转往|柳溪县医院|（东城新院区）治疗。", "“|双河论坛|”下月举办。"})
    void proposesMarks(String marked) {
        String[] parts = marked.split("\\|", -1);
        assertThat(proposed(String.join("", parts))).contains(parts[1]);
    }

    @Test
    @DisplayName("no stretch holds one of a pair of marks without the other")
    void tearsNoMarks() {
        assertThat(proposed("下月举办第四届“双河论坛”，病人转往柳溪县医院（东城院区）。“北岸书屋”“南岭学堂”同日开门。"))
                .noneMatch(stretch -> stretch.contains("“") != stretch.contains("”"))
                .noneMatch(stretch -> stretch.contains("（") != stretch.contains("）"))
                .noneMatch(stretch -> stretch.contains("”“"));
    }

    @Test
    @DisplayName("marks without a partner do not keep what stands behind them from being proposed")
    void bearsLostMarks() {
        assertThat(proposed("市民）说，“柳溪县医院的门诊搬到了北岸。")).contains("柳溪县医院");
    }

    @Test
    @DisplayName("no stretch holds a word of the clause around names: 现有, 等, 位于, 一家, 是")
    void endsWhereTheClauseGoesOn() {
        assertThat(proposed("石溪镇现有学校六所，云岭中学是区级名校，蓝鲸智造等国内机器人企业及白沙机器人谷位于北岸开发区，城西一家职业学院搬走。"))
                .contains("云岭中学", "白沙机器人谷", "北岸开发区", "职业学院")
                .filteredOn(stretch -> stretch.length() > 3) // of three characters some are proposed for persons
                .noneMatch(stretch -> stretch.contains("现有"))
                .noneMatch(stretch -> stretch.contains("等"))
                .noneMatch(stretch -> stretch.contains("位于"))
                .noneMatch(stretch -> stretch.contains("一家"))
                .noneMatch(stretch -> stretch.contains("是区"));
    }

    @ParameterizedTest
    @DisplayName("a name may hold such a word between quotation marks, and end inside one")
    @ValueSource(strings = {"周末举办|“这里是北岸”读书大会|，为期两天。", "在|北岸区招商推进会|上，十家企业签了合同。"})
    void holdsQuotedClauses(String marked) {
        String[] parts = marked.split("\\|", -1);
        assertThat(proposed(String.join("", parts))).contains(parts[1]);
    }

    @Test
    @DisplayName("such a word may be two to the segmenter: 获|评")
    void knowsWordsThatAreCut() {
        assertThat(proposed("柳溪区现代服务业开发区获评第十二届全省先进开发区。"))
                .contains("柳溪区现代服务业开发区")
                .filteredOn(stretch -> stretch.length() > 3)
                .noneMatch(stretch -> stretch.contains("获评"));
    }

    @Test
    @DisplayName("no stretch goes on over some of a kind or over a heading's brackets")
    void endsAtCountsAndBrackets() {
        assertThat(proposed("【河岸更新】柳渡口码头公园开放，柳渡镇一套净水工程和几家敬老院随后完工。"))
                .contains("柳渡口码头公园", "净水工程", "敬老院")
                .filteredOn(stretch -> stretch.length() > 3)
                .noneMatch(stretch -> stretch.contains("】"))
                .noneMatch(stretch -> stretch.contains("一套"))
                .noneMatch(stretch -> stretch.contains("几家"));
    }

    @ParameterizedTest
    @DisplayName(
            "a member of a list may have any words: from mark to mark, with 和 inside, and before the first mark from any word")
    @ValueSource(
            strings = {
                "年内完成石桥老街排水管更换、|柳溪县城北水厂二期扩建|、北岸书院修缮等工程。",
                "年内完成|石桥老街两侧排水管更换|、柳溪县城北水厂扩建等工程。",
                "年内完成城北水厂扩建、|北岸老书院东厢房修缮|等工程。",
                "年内完成城北水厂扩建、老街更新和|北岸老书院东厢房修缮|，街坊受益。",
                "年内完成城北水厂扩建、|北岸老书院修缮和展陈提升|，街坊受益。"
            })
    void proposesListItems(String marked) {
        String[] parts = marked.split("\\|", -1);
        assertThat(proposed(String.join("", parts))).contains(parts[1]);
    }

    @Test
    @DisplayName("no member of a list goes on over 的, a word of the clause or the end of the clause")
    void endsListItems() {
        assertThat(proposed("县里列出城北水厂扩建、位于老街的北岸书院东厢房修缮提升，另有南岭桥加固。"))
                .contains("城北水厂扩建")
                .filteredOn(stretch -> stretch.length() > 3) // of three characters some are proposed for persons
                .noneMatch(stretch -> stretch.contains("的"))
                .noneMatch(stretch -> stretch.contains("位于"))
                .noneMatch(stretch -> stretch.contains("，"));
    }
}
