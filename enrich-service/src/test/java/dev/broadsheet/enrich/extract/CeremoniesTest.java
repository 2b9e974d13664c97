package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CeremoniesTest {
    @ParameterizedTest(name = "{0} => {1}")
    @DisplayName("a ceremony for one work is that work's, one for many or for a kind of work is an event or nothing")
    @CsvSource({
        "3月8日，青川县青禾水库项目开工仪式举行。, PROJECT 青川县青禾水库项目",
        "3月8日，城东污水处理厂二期工程竣工仪式举行。, PROJECT 城东污水处理厂二期工程",
        "昨日，华星电子产业园项目签约仪式举行。, PROJECT 华星电子产业园项目",
        "昨日，云岭电站并网发电仪式举行。, PROJECT 云岭电站",
        "3月8日，农业产业化项目开工仪式举行。, EVENT 农业产业化项目开工仪式",
        "3月8日，全市重大项目集中开工仪式举行。, EVENT 全市重大项目集中开工仪式",
        "昨日，2026年一季度招商引资项目签约仪式举行。, EVENT 2026年一季度招商引资项目签约仪式",
    })
    void works(String text, String name) {
        assertThat(Extractors.read(text).entities())
                .extracting(mention -> mention.type() + " " + mention.text())
                .containsExactly(name);
    }
}
