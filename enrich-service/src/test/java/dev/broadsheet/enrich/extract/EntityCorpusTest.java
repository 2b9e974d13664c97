package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Marked sentences: {@code |…|} is a name of the type behind the tab. */
class EntityCorpusTest {

    @ParameterizedTest
    @DisplayName("a marked name is found with exactly its characters and type")
    @CsvFileSource(resources = "entities.tsv", delimiter = '\t', quoteCharacter = '\0')
    void findsMarkedName(String marked, EntityType type) {
        String name = marked.substring(marked.indexOf('|') + 1, marked.lastIndexOf('|'));
        SourceByline byline = new SourceByline("REPORTER", "王小明");
        Extraction extraction =
                Extractors.SHARED.extract(Extractors.article(null, java.util.List.of(byline), marked.replace("|", "")));
        assertThat(extraction.entities())
                .as("%s in %s", name, extraction.entities())
                .anyMatch(e -> e.text().equals(name) && e.type() == type && e.start() == marked.indexOf('|'));
    }

    @ParameterizedTest
    @DisplayName("words that only resemble a name of a type are left alone")
    @CsvFileSource(resources = "no-entities.tsv", delimiter = '\t', quoteCharacter = '\0')
    void leavesNearMissesAlone(String sentence, EntityType type) {
        assertThat(Extractors.read(sentence).entities()).noneMatch(e -> e.type() == type);
    }
}
