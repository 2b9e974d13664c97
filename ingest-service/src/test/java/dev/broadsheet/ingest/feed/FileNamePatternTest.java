package dev.broadsheet.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamePatternTest {
    private final Feed standard = Feed.standard(Path.of("/srv/drop"), null, null);

    @ParameterizedTest
    @CsvSource({
        "青川晚报_2024-03-08_A02.txt, 青川晚报, A02",
        "青川晚报_20240308_A02.txt, 青川晚报, A02",
        "Evening Post_2024-03-08_12.TXT, Evening Post, 12",
        "青川晚报_2024-03-08_A02版.txt, 青川晚报, A02",
        "青川晚报_20240308_第3版.txt, 青川晚报, 3"
    })
    void theDefaultPatternReadsPublicationDateAndPage(String name, String publication, String page) {
        assertThat(standard.hints(name)).isEqualTo(new FileHints(publication, LocalDate.of(2024, 3, 8), null, page));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A02.txt",
                "青川晚报_A02.txt",
                "青川晚报_2024-03-08.txt",
                "青川晚报_2024-13-08_A02.txt",
                "青川晚报_20240230_A02.txt",
                "青川晚报_2024-3-8_A02.txt",
                "x_青川晚报_2024-03-08_A02.txt",
                "青川晚报_2024-03-08_A02.txt.bak",
                "青川晚报_2024-03-08_A02"
            })
    void aNameThatAlmostMatchesTellsNothing(String name) {
        assertThat(standard.hints(name)).isEqualTo(FileHints.NONE);
    }

    @Test
    void whatCouldNotBeDecodedIsNeitherPublicationNorEditionNorPage() {
        assertThat(standard.hints("\uFFFD\uFFFDʱ\uFFFD_2024-03-08_A02.txt"))
                .isEqualTo(new FileHints(null, LocalDate.of(2024, 3, 8), null, "A02"));

        FileNamePattern editions = FileNamePattern.of("(?<date>\\d{8})_(?<page>[^_]+)_(?<edition>[^_]+)\\.txt");
        assertThat(editions.read("20240308_A02_\uFFFD\uFFFD.txt")).isEqualTo(FileHints.NONE);
        assertThat(editions.read("20240308_\uFFFD\uFFFD_north.txt")).isEqualTo(FileHints.NONE);
    }

    @Test
    void doneAndRejectedLieBesideTheDropFolder() {
        assertThat(standard.done()).isEqualTo(Path.of("/srv/done"));
        assertThat(standard.rejected()).isEqualTo(Path.of("/srv/rejected"));
    }

    @Test
    void aPatternWithoutOrWithOtherGroupsIsRefused() {
        assertThatThrownBy(() -> FileNamePattern.of(".*")).hasMessageContaining("named groups may be");
        assertThatThrownBy(() -> FileNamePattern.of("(?<paper>.*)")).hasMessageContaining("[paper]");
    }
}
