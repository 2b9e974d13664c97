package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Which time a figure has, and what its growth is measured against; marked {@code |…|} is the end of the figure's quote. */
class FigurePeriodsTest {
    private static final LocalDate ISSUE = LocalDate.of(2024, 3, 8);

    @ParameterizedTest
    @DisplayName("of several times a figure has the one that reaches to it")
    @CsvFileSource(resources = "figure-periods.tsv", delimiter = '\t', quoteCharacter = '\0')
    void choosesTheTime(String marked, String text, String from, String to) {
        MetricPeriod period = marked(marked).period();
        assertThat(period == null ? "- - -" : period.text() + " " + day(period.from()) + " " + day(period.to()))
                .isEqualTo(text + " " + from + " " + to);
    }

    @ParameterizedTest
    @DisplayName("a growth says what it is measured against")
    @CsvFileSource(resources = "marked-growth.tsv", delimiter = '\t', quoteCharacter = '\0')
    void readsGrowthBases(String marked, GrowthBase base) {
        MetricMention metric = marked(marked);
        assertThat(metric.kind()).isEqualTo(MetricKind.GROWTH);
        assertThat(metric.growthBase()).isEqualTo(base);
    }

    @Test
    @DisplayName("what is no growth has no base")
    void levelsHaveNoBase() {
        List<MetricMention> metrics = Extractors.dated(ISSUE, "工业产值同比增长8%，达到300亿元，占比40%，对全市增长的贡献率达63%。")
                .metrics();
        assertThat(metrics)
                .filteredOn(metric -> metric.kind() != MetricKind.GROWTH)
                .hasSize(3)
                .allMatch(metric -> metric.growthBase() == null);
    }

    @Test
    @DisplayName("without an issue date a headline that names one year tells the year, one that names two does not")
    void headlineTellsTheYear() {
        assertThat(headlined("2022年全县经济运行平稳").from()).isEqualTo(LocalDate.of(2022, 1, 1));
        assertThat(headlined("2022年到2023年全县经济运行平稳，2021年不算").from()).isNull();
        assertThat(headlined("到2030年建成强县").from()).isNull();
    }

    @Test
    @DisplayName("the same article has other days on another day")
    void followsTheIssueDate() {
        String body = "前三季度，完成投资3亿元。";
        assertThat(days(LocalDate.of(2024, 11, 1), body)).isEqualTo("2024-01-01..2024-09-30");
        assertThat(days(LocalDate.of(2023, 11, 1), body)).isEqualTo("2023-01-01..2023-09-30");
        assertThat(days(LocalDate.of(1999, 12, 31), "去年，完成投资3亿元。")).isEqualTo("1998-01-01..1998-12-31");
        assertThat(days(LocalDate.of(2000, 1, 1), "12月，完成投资3亿元。")).isEqualTo("1999-12-01..1999-12-31");
    }

    private static String days(LocalDate issue, String body) {
        MetricPeriod period = Objects.requireNonNull(
                Extractors.dated(issue, body).metrics().get(0).period());
        return period.from() + ".." + period.to();
    }

    private static MetricPeriod headlined(String title) {
        Extraction extraction = Extractors.SHARED.extract(Extractors.article(title, List.of(), "前三季度，完成投资3亿元。"));
        return Objects.requireNonNull(extraction.metrics().get(0).period());
    }

    private static MetricMention marked(String marked) {
        String text = marked.replace("|", "");
        int end = marked.lastIndexOf('|') - 1;
        return Extractors.dated(ISSUE, text).metrics().stream()
                .filter(metric -> metric.start() < end && end <= metric.end())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure stands there: "
                        + Extractors.dated(ISSUE, text).metrics()));
    }

    private static Object day(@Nullable LocalDate day) {
        return day == null ? "-" : day;
    }
}
