package dev.broadsheet.sink.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageGapsTest {
    @ParameterizedTest
    @CsvSource({
        "A01 A02 A04, 1",
        "A01 A02 A03, 0",
        "A4 A01 a2, 1",
        "1 2 5 5, 2",
        "A01 A03 B07 B09, 2",
        "A02, 0",
        "A01 C01, 0",
        "封面 A01 A03 中缝, 1",
        "A01-A02 A05, 0",
        "01 100, 98",
        "2024 1 2, 0"
    })
    void holesAreCountedWithinASection(String labels, int missing) {
        assertThat(PageGaps.count(List.of(labels.split(" ")))).isEqualTo(missing);
    }
}
