package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Segmenter;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StretchCountsTest {
    private static final String TEXT = "重大产业项目。阿依古丽·买买提（女）到惠济区看了“青禾A7”和《青山办法》，王小满说，龘龘村第3期重点工程（二期）开工。";

    private final ArticleReader reader = new ArticleReader(Segmenter.create(), Divisions.load());

    @Test
    @DisplayName("of each stretch of a sentence they tell what looking at its characters and words tells")
    void differences() {
        List<Sentence> run =
                reader.read(Extractors.article(null, List.of(), TEXT)).runs().get(0);
        List<Sentence> sentences = reader.segmented(run);
        assertThat(sentences).hasSize(2);
        for (Sentence sentence : sentences) {
            StretchCounts counts = new StretchCounts(sentence, WordKind.of(sentence));
            for (int start = sentence.start(); start < sentence.end(); start++) {
                for (int end = start + 1; end <= sentence.end(); end++) {
                    String stretch = TEXT.substring(start, end);
                    assertThat(counts.isNamed(start, end))
                            .as("named: %s", stretch)
                            .isEqualTo(NameEdges.isNamed(sentence, start, end, List.of()));
                    assertThat(counts.isGeneric(start, end))
                            .as("generic: %s", stretch)
                            .isEqualTo(NameEdges.isGeneric(sentence, start, end));
                    assertThat(counts.opening(start, end)).as(stretch).isEqualTo(among("“《（", stretch));
                    assertThat(counts.closing(start, end)).as(stretch).isEqualTo(among("”》）", stretch));
                    assertThat(counts.hasDigit(start, end)).as(stretch).isEqualTo(among("37", stretch) > 0);
                    assertThat(counts.hasLatin(start, end)).as(stretch).isEqualTo(among("A", stretch) > 0);
                }
            }
        }
    }

    private static int among(String marks, String stretch) {
        return (int) stretch.chars().filter(c -> marks.indexOf(c) >= 0).count();
    }
}
