package dev.broadsheet.enrich.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.extract.MetricMention;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource({
        "总投资3105亿元, 310450000000, 310550000000",
        "总投资3100.0亿元, 309995000000, 310005000000",
        "总投资逾3100亿元, 310000000000, 410000000000",
        "总投资近20亿元, 1800000000, 2200000000",
        "总投资不到20亿元, 1000000000, 2000000000",
        "总投资30至80亿元, 3000000000, 8000000000",
        "出口同比增长8.1%, 8.05, 8.15",
        "出口同比增长8.10%, 8.095, 8.105",
        "新建住房390套, 390, 390",
        "接待游客1.5万人次, 14500, 15500",
    })
    @DisplayName("a figure stands for what rounds to it, and its qualifier opens one side")
    void printed(String text, BigDecimal low, BigDecimal high) {
        Interval interval = Objects.requireNonNull(Interval.of(only(text)));
        assertThat(interval.low()).isEqualByComparingTo(low);
        assertThat(interval.high()).isEqualByComparingTo(high);
    }

    @ParameterizedTest(name = "{0}: {1} to {2}")
    @CsvSource({
        "总投资3100亿元, 305000000000, 315000000000",
        "新建住房300套, 295, 305",
        "新建住房50套, 49.5, 50.5",
        "新建住房298套, 297.5, 298.5",
        "总投资3105亿元, 310450000000, 310550000000",
    })
    @DisplayName("a headline may have rounded its zeros, but never its first two digits")
    void headlines(String text, BigDecimal low, BigDecimal high) {
        Interval interval = Objects.requireNonNull(Interval.rounded(only(text)));
        assertThat(interval.low()).isEqualByComparingTo(low);
        assertThat(interval.high()).isEqualByComparingTo(high);
    }

    @Test
    @DisplayName("growth spans what both rounded levels allow, and nothing is told of a base that may be nothing")
    void growth() {
        Interval base = new Interval(new BigDecimal("99.5"), new BigDecimal("100.5"));
        Interval growth =
                Objects.requireNonNull(new Interval(new BigDecimal(150), new BigDecimal(150)).growthFrom(base));
        assertThat(growth.low()).isLessThan(new BigDecimal("49.3"));
        assertThat(growth.high()).isGreaterThan(new BigDecimal("50.7"));
        assertThat(base.growthFrom(new Interval(BigDecimal.ZERO, BigDecimal.ONE)))
                .isNull();
    }

    private static MetricMention only(String text) {
        List<MetricMention> metrics = Articles.metrics(Articles.titled("", text + "。"));
        assertThat(metrics).hasSize(1);
        return metrics.get(0);
    }
}
