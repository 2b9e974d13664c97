package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Marked sentences: {@code |…|} is the value, then its status and, where it matters, the day of the issue. */
class StatusReaderTest {

    @ParameterizedTest
    @DisplayName("a marked value is a target or what has happened, as its sentence tells")
    @CsvFileSource(resources = "statuses.tsv", delimiter = '\t', quoteCharacter = '\0')
    void tellsTargetsFromFacts(String marked, Status expected, @Nullable LocalDate issue) {
        int start = marked.indexOf('|');
        int end = marked.lastIndexOf('|') - 1;
        List<MetricMention> metrics = metrics(marked.replace("|", ""), issue);
        assertThat(metrics)
                .filteredOn(metric -> metric.start() <= start && metric.end() >= end)
                .as("%s", metrics)
                .extracting(MetricMention::status)
                .containsExactly(expected);
    }

    @Test
    @DisplayName("a list in a block of its own belongs to the plan that the block before tells of, and to it only")
    void readsListsOfPlans() {
        String list = "一、改造危桥26座；二、建成驿站8处。";
        assertThat(statuses("区里公布今年的民生实事。", list)).containsExactly(Status.TARGET, Status.TARGET);
        assertThat(statuses("区里公布今年的民生实事。", "居民们很高兴。", list)).containsExactly(Status.ACTUAL, Status.ACTUAL);
    }

    private static List<Status> statuses(String... body) {
        return Extractors.SHARED.extract(Extractors.article(null, List.of(), body)).metrics().stream()
                .map(MetricMention::status)
                .toList();
    }

    private static List<MetricMention> metrics(String text, @Nullable LocalDate issue) {
        Extraction extraction = issue == null ? Extractors.read(text) : Extractors.dated(issue, text);
        return extraction.metrics();
    }
}
