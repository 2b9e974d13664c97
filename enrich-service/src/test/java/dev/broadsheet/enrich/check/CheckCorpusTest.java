package dev.broadsheet.enrich.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Sentences of {@code checks.tsv} with what is to be compared in them, and near-misses with nothing. */
class CheckCorpusTest {
    @ParameterizedTest(name = "{0}: {1} {2} → {3}")
    @CsvFileSource(resources = "checks.tsv", delimiter = '\t', nullValues = "-", maxCharsPerColumn = 8192)
    @DisplayName("figures are compared where the text says that they belong together, and nowhere else")
    void corpus(Check check, String title, String body, String compared) {
        assertThat(Articles.compared(check, Articles.titled(title == null ? "" : title, body.split("\\|", -1))))
                .isEqualTo(compared == null ? List.of() : List.of(compared.split("; ", -1)));
    }
}
