package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.broadsheet.chinese.Divisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What figures measure and whom they are about, in articles of our own that nothing is learned from. */
class FigureChoicesTest {
    /** Knows nothing. */
    private static final Extractor UNTAUGHT = Extractor.with(Divisions.load(), FigureWeights.of(Map.of()));

    /** {@code ¶} stands between blocks, {@code ^} before a headline; {@code |…|} marks the figure; {@code -} is none. */
    @ParameterizedTest(name = "{0} => {1} of {2}")
    @CsvFileSource(resources = "choices.tsv", delimiter = '\t', quoteCharacter = '\0')
    void choose(String marked, String indicator, String subject) {
        MetricMention metric = metric(marked);

        assertThat(metric.indicator()).isEqualTo(indicator);
        assertThat(metric.subject() == null ? "-" : metric.subject()).isEqualTo(subject);
    }

    static MetricMention metric(String marked) {
        List<SourceBlock> blocks = new ArrayList<>();
        int block = -1;
        int start = -1;
        for (String part : marked.split("¶", -1)) {
            String text = part.replaceFirst("^\\^", "");
            if (text.contains("|")) {
                block = blocks.size();
                start = text.indexOf('|');
            }
            blocks.add(new SourceBlock(part.startsWith("^") ? "TITLE" : "BODY", text.replace("|", "")));
        }
        SourceArticle article = new SourceArticle("NEWS", null, null, null, null, List.of(), blocks, null, null);
        for (MetricMention metric : Extractors.SHARED.extract(article).metrics()) {
            if (metric.block() == block && metric.start() <= start && start < metric.end()) {
                return metric;
            }
        }
        throw new AssertionError("no figure stands there: " + marked);
    }

    @Test
    @DisplayName(
            "an article that names thousands of things is read in time, and its figures have one of the last for subject")
    void manyTopics() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            text.append("青河县第").append(i).append("中学有学生900名。");
        }
        List<MetricMention> metrics = Extractors.read(text.toString()).metrics();

        assertThat(metrics).hasSizeGreaterThanOrEqualTo(3_000);
        assertThat(metrics.get(metrics.size() - 1).indicator()).contains("学生");
    }

    @Test
    @DisplayName("a row of labels that is too short is refused")
    void shortRow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FigureLabels.metric(List.of("全县有学校9所"), "1\t1:3-7\t1:3-5"))
                .withMessageContaining("12 columns");
    }

    @Test
    @DisplayName("what is counted behind an open list stands behind the figure, and nobody of the list is its subject")
    void countsAList() {
        FigureWeights behind = FigureWeights.of(Map.of(FigureClue.FORM.of(IndicatorForm.BEHIND.code()), 5f));
        List<MetricMention> metrics = Extractor.with(Divisions.load(), behind)
                .extract(Extractors.article("云山县抓项目", List.of(), "云山县今年支持松岭集团、青禾集团等7家新企业投产。"))
                .metrics();

        assertThat(metrics).singleElement().satisfies(metric -> {
            assertThat(metric.indicator()).startsWith("新");
            assertThat(metric.subject()).isEqualTo("云山县");
        });
    }

    @Test
    @DisplayName("without weights every figure still gets some words around it, and no exception")
    void withoutWeights() {
        ReadArticle read = UNTAUGHT.read(Extractors.article("9.5%", List.of(), "9.5%。30个，1.2亿元（20%）、"));

        assertThat(read.sentences().stream().flatMap(sentence -> sentence.figures().stream()))
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.metric().indicator()).isNotEmpty());
    }
}
