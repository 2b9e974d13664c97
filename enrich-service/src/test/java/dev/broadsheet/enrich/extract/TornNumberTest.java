package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TornNumberTest {
    @ParameterizedTest(name = "{0}")
    @DisplayName("what is torn or misprinted is read neither whole nor in part")
    @ValueSource(
            strings = {"全县总投资10—5亿元。", "项目总投资1.5-1亿元。", "新建粮仓8—5座。", "全年总投资12,34亿元。", "销售额12,3456万元。", "门票收入1,234,56元。"
            })
    void staysUnread(String text) {
        assertThat(figures(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("ranges, grouped digits and what a year stands before are whole")
    @CsvSource(delimiter = '|', textBlock = """
            每户补助3000—1万元。      | 3000—1万元
            全县总投资10—15亿元。     | 10—15亿元
            新建粮仓5-8座。           | 5-8座
            全年总投资12,340万元。    | 12,340万元
            从2018年到2020,30个项目开工。 | 30个
            客流量由10至5万人次。     | 5万人次
            最高气温零下12-5℃。       | 零下12-5℃
            """)
    void staysWhole(String text, String quantity) {
        assertThat(figures(text)).containsExactly(quantity);
    }

    private static List<String> figures(String text) {
        return Extractors.read(text).metrics().stream()
                .map(MetricMention::rawValue)
                .toList();
    }
}
