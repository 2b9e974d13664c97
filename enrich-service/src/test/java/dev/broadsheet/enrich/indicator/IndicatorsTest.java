package dev.broadsheet.enrich.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.extract.Extractor;
import dev.broadsheet.enrich.extract.MetricKind;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.SourceBlock;
import dev.broadsheet.enrich.extract.Table;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IndicatorsTest {
    private static final List<List<String>> ROWS =
            Table.read(Indicators.class, "indicators.tsv", 4, row -> {}).rows();

    @Test
    @DisplayName("every form in the table is its canonical name's, for a figure in a unit of its row")
    void table() {
        assertThat(ROWS).hasSizeGreaterThan(200);
        for (List<String> row : ROWS) {
            String unit = row.get(1).split(" ", -1)[0].replace("money", "CNY");
            for (String form : (row.get(0) + " " + row.get(3)).strip().split(" ", -1)) {
                assertThat(Indicators.canonical(form, MetricKind.LEVEL, unit))
                        .as(form)
                        .isEqualTo(row.get(0));
            }
        }
    }

    @ParameterizedTest(name = "{0} in {2} is {3}")
    @CsvSource({
        "GDP, LEVEL, CNY, 地区生产总值",
        "全市生产总值, LEVEL, CNY, 地区生产总值",
        "全县累计完成地区生产总值, LEVEL, CNY, 地区生产总值",
        "地区生产总值完成, LEVEL, CNY, 地区生产总值",
        "生产总值增速, GROWTH, percent, 地区生产总值",
        "地区生产总值, GROWTH, percent, 地区生产总值",
        "ｇｄｐ, LEVEL, CNY, 地区生产总值",
        "地区生产总值(GDP), LEVEL, CNY, 地区生产总值",
        "一般公共 预算收入, LEVEL, CNY, 一般公共预算收入",
        "人均GDP, LEVEL, USD, 人均地区生产总值",
        "“专精特新”中小企业, LEVEL, count, 专精特新中小企业",
        "社零总额, GROWTH, percent, 社会消费品零售总额",
        "进出口总值, LEVEL, USD, 进出口总额",
        "粮食总产, LEVEL, jin, 粮食总产量",
        "接待游客, LEVEL, count, 接待游客人次",
        "城镇化率, SHARE, percent, 常住人口城镇化率",
        "细颗粒物(PM2.5)平均浓度, LEVEL, ug/m3, PM2.5平均浓度",
        "万元GDP能耗, GROWTH, percent, 单位地区生产总值能耗",
    })
    @DisplayName("forms, decorations, width, layout and quotation marks make no difference")
    void known(String indicator, MetricKind kind, String unit, String canonical) {
        assertThat(Indicators.canonical(indicator, kind, unit)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "非公经济生产总值",
                "工业生产总值",
                "生产总值占比",
                "全省生产总值",
                "全国社会消费品零售总额",
                "本级一般公共预算收入",
                "一般公共预算本级收入",
                "全口径一般公共预算收入",
                "生产总值增速",
                "带动出口",
                "出口创汇",
                "农产品出口",
                "税收优惠",
                "项目",
                "全市",
                "累计完成",
                "完成",
                "",
                " ",
                "亿元",
                "总投资的项目",
                "新增各项贷款",
                "粮食总产量",
            })
    @DisplayName("what only resembles an indicator, or has the wrong unit, stays unknown")
    void unknown(String indicator) {
        assertThat(Indicators.canonical(indicator, MetricKind.LEVEL, "CNY")).isNull();
    }

    @ParameterizedTest(name = "{0} is {1}, not 地区生产总值")
    @CsvSource({
        "人均地区生产总值, CNY, 人均地区生产总值",
        "人均生产总值, CNY, 人均地区生产总值",
        "国内生产总值, CNY, 国内生产总值",
        "生产总值能耗, tce, 单位地区生产总值能耗",
        "单位GDP能耗, tce, 单位地区生产总值能耗",
        "研发经费占GDP比重, percent, 研发经费投入强度",
        "生产总值, count, ",
        "生产总值, percent, ",
    })
    @DisplayName("neighbours of 生产总值 are told apart")
    void neighbours(String indicator, String unit, String canonical) {
        assertThat(Indicators.canonical(indicator, MetricKind.LEVEL, unit)).isEqualTo(canonical);
    }

    @Test
    @DisplayName("a percentage that is a share is no level of money, one that is a growth is of any indicator")
    void kinds() {
        assertThat(Indicators.canonical("出口额", MetricKind.SHARE, "percent")).isNull();
        assertThat(Indicators.canonical("出口额", MetricKind.GROWTH, "percent")).isEqualTo("出口额");
        assertThat(Indicators.canonical("出口额", MetricKind.GROWTH, "times")).isEqualTo("出口额");
        assertThat(Indicators.canonical("出口额", MetricKind.GROWTH, "day")).isNull();
    }

    @Test
    @DisplayName("growth at constant prices is known of the accounts that statistics tell so")
    void constantPrices() {
        assertThat(Indicators.growsAtConstantPrices("地区生产总值")).isTrue();
        assertThat(Indicators.growsAtConstantPrices("一般公共预算收入")).isFalse();
        assertThat(Indicators.growsAtConstantPrices("no such indicator")).isFalse();
    }

    @Test
    @DisplayName("a name of any length is looked at in time that its length does not square")
    void bounded() {
        assertThat(Indicators.canonical("全市累计".repeat(200_000), MetricKind.LEVEL, "CNY"))
                .isNull();
    }

    @Test
    @DisplayName("two papers' words for one thing, read from sentences, come to one name")
    void sentences() {
        Extractor extractor = Extractor.create();
        assertThat(List.of("全年完成生产总值830.6亿元。", "2023年，全市GDP达到830.6亿元。"))
                .allSatisfy(text -> assertThat(read(extractor, text))
                        .extracting(metric ->
                                Indicators.canonical(metric.indicator(), metric.kind(), metric.normalizedUnit()))
                        .containsExactly("地区生产总值"));
    }

    private static List<MetricMention> read(Extractor extractor, String text) {
        return extractor
                .extract(new SourceArticle(
                        "NEWS", null, null, null, null, List.of(), List.of(new SourceBlock("BODY", text)), null, null))
                .metrics();
    }
}
