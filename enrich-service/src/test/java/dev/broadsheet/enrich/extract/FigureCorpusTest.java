package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Marked sentences: {@code |…|} is the quote, behind {@code =} stands what the figure means. */
class FigureCorpusTest {

    @ParameterizedTest
    @DisplayName("a marked figure is found with its quote, value, unit, qualifier, status and kind")
    @CsvFileSource(resources = "figures.tsv", delimiter = '\t', quoteCharacter = '\0')
    void readsMarkedFigure(String marked, String expected) {
        String quote = marked.substring(marked.indexOf('|') + 1, marked.lastIndexOf('|'));
        Extraction extraction = Extractors.read(marked.replace("|", ""));
        assertThat(extraction.metrics().stream().map(FigureCorpusTest::describe))
                .as("%s in %s", quote, extraction.metrics())
                .contains(quote + " = " + expected);
    }

    @ParameterizedTest
    @DisplayName("a marked number with its qualifier and unit means this much")
    @CsvFileSource(resources = "quantities.tsv", delimiter = '\t', quoteCharacter = '\0')
    void readsMarkedQuantity(String marked, String expected) {
        String written = marked.substring(marked.indexOf('|') + 1, marked.lastIndexOf('|'));
        Extraction extraction = Extractors.read(marked.replace("|", ""));
        assertThat(extraction.metrics().stream()
                        .map(metric -> metric.rawValue() + " = " + value(metric) + " " + metric.normalizedUnit()
                                + (metric.qualifier() == Qualifier.EXACT ? "" : " " + metric.qualifier())))
                .as("%s in %s", written, extraction.metrics())
                .contains(written + " = " + expected);
    }

    @ParameterizedTest
    @DisplayName("a number that counts nothing is no figure")
    @CsvFileSource(resources = "no-figures.tsv", delimiter = '\t', quoteCharacter = '\0')
    void leavesOtherNumbersAlone(String sentence) {
        assertThat(Extractors.read(sentence).metrics()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("a limit that tells which things are counted is no figure of its own; one that is told is")
    @CsvSource({
        "全镇收入40万元以上的村占35%。, 35%",
        "今年签约1亿元以上项目6个。, 6个",
        "其中投资5亿元以上的2个。, 2个",
        "其中5亿元以上2个。, 2个",
        "税收超千万元楼宇31栋。, 31栋",
        "其中超十亿元的4个。, 4个",
        "5亿元至10亿元的4个。, 4个",
        "撤并不足50人的教学点23个。, 23个",
        "培育五十亿元企业2家。, 2家",
        "营收超3亿元，新增企业2家。, 超3亿元 2家",
        "亩均收益5000元以上，带动农户320户。, 5000元以上 320户",
        "对种植30亩以上的农户每亩补贴60元。, 30亩以上 60元"
    })
    void dropsLimits(String sentence, String values) {
        assertThat(Extractors.read(sentence).metrics().stream().map(MetricMention::rawValue))
                .containsExactly(values.split(" ", -1));
    }

    @ParameterizedTest
    @DisplayName("a quote holds what its figure is per, and nothing that is only said of it")
    @CsvSource({"茶青按每斤12元结算。, 每斤12元", "危房应修12处，已修9处，剩余3处正在招标。, 3处", "全县有3处正在招标的危房。, 3处正在招标的危房"})
    void quotesWholeRates(String sentence, String quote) {
        assertThat(Extractors.read(sentence).metrics().stream().map(MetricMention::quote))
                .anyMatch(found -> found.endsWith(quote) || found.startsWith(quote));
    }

    @Test
    @DisplayName("headlines set a space before the scale; what may be a year keeps it")
    void readsScaleBehindSpace() {
        assertThat(headline("谋划项目 总投资3105 亿元")).containsExactly("3105 亿元 = 310500000000 CNY");
        assertThat(headline("迈进2024 万达广场开业")).isEmpty();
    }

    private static List<String> headline(String title) {
        return Extractors.SHARED.extract(Extractors.article(title, List.of(), "。")).metrics().stream()
                .map(metric -> metric.rawValue() + " = " + value(metric) + " " + metric.normalizedUnit())
                .toList();
    }

    private static String describe(MetricMention metric) {
        String value = value(metric);
        String rest = java.util.stream.Stream.of(
                        metric.qualifier() == Qualifier.EXACT
                                ? ""
                                : metric.qualifier().name(),
                        metric.status() == Status.ACTUAL ? "" : metric.status().name(),
                        metric.kind() == MetricKind.LEVEL ? "" : metric.kind().name())
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
        return (metric.quote() + " = " + value + " " + metric.normalizedUnit() + " " + rest).trim();
    }

    private static String value(MetricMention metric) {
        return metric.normalizedValue() == null
                ? metric.min() + ".." + metric.max()
                : metric.normalizedValue().toPlainString();
    }
}
