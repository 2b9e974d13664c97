package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Which thing of a list a figure measures, where the text says so. */
class FigureListTest {
    @ParameterizedTest(name = "{0} => {1}")
    @CsvFileSource(resources = "lists.tsv", delimiter = '\t', quoteCharacter = '\0')
    void tell(String marked, String indicator) {
        assertThat(FigureChoicesTest.metric(marked).indicator()).isEqualTo(indicator);
    }
}
