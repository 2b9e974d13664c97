package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

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
