package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedTextTest {
    static final Path CORPUS = Path.of("src/test/resources/dev/broadsheet/enrich/extract/marked");

    @Test
    @DisplayName("marks become names, # a title, @ a byline")
    void reads() throws IOException {
        LabelledArticle article = MarkedText.article(
                "one", "# {PLACE:青河县}晒账本\n@REPORTER 邵一鸣\n本报讯（记者 {PERSON:邵一鸣}）{ORGANIZATION:县水利局}说，水够了。");
        assertThat(article.article().blocks())
                .containsExactly(new SourceBlock("TITLE", "青河县晒账本"), new SourceBlock("BODY", "本报讯（记者 邵一鸣）县水利局说，水够了。"));
        assertThat(article.article().bylines()).containsExactly(new SourceByline("REPORTER", "邵一鸣"));
        assertThat(article.names())
                .containsOnlyKeys("青河县", "邵一鸣", "县水利局")
                .containsEntry("县水利局", EntityType.ORGANIZATION);
    }

    @Test
    @DisplayName("an unknown type, a stray brace and a byline without a name are refused with the place")
    void refuses() {
        for (String bad : new String[] {"{RIVER:青河}涨了", "{PLACE:青河", "@REPORTER", "水够了{PLACE: }"}) {
            assertThatIOException()
                    .isThrownBy(() -> MarkedText.article("county.txt:3", bad))
                    .withMessageStartingWith("county.txt:3: ");
        }
    }

    @Test
    @DisplayName("line ends of Windows are line ends")
    void readsCarriageReturns(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("one.txt"), "# {PLACE:青河县}\r\n第一段。\r\n\r\n{PERSON:鹿 鸣}说。\r\n");
        assertThat(MarkedText.readAll(folder))
                .hasSize(2)
                .first()
                .satisfies(article -> assertThat(article.article().blocks()).hasSize(2));
    }

    @Test
    @DisplayName("white space in a name counts for nothing when names are counted")
    void countsNamesWithSpace() throws IOException {
        LabelledArticle article = MarkedText.article("one", "{PERSON:鹿 鸣}说，水够了。");
        NameScores scores = new NameScores();
        scores.add(article, List.of(new EntityMention(EntityType.PERSON, "鹿 鸣", 0, 0, 3)));
        assertThat(scores.f1()).isEqualTo(1);
    }

    @Test
    @DisplayName("most names of the marked articles are found, and few made up")
    void findsTheCorpus() throws IOException {
        NameScores scores = new NameScores();
        for (LabelledArticle article : MarkedText.readAll(CORPUS)) {
            scores.add(article, Extractors.SHARED.extract(article.article()).entities());
        }
        assertThat(scores.f1()).as(scores.table()).isGreaterThanOrEqualTo(0.84);
    }
}
