package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Divisions;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LeftOutTest {
    private static final String BODY = "荥阳市新建粮仓12座、水厂3座和桥梁5座。中牟县新建粮仓7座，新密市新建水厂9座。";

    @Test
    @DisplayName("an article over the cap reports the first ones in reading order and says how many it left out")
    void countsWhatIsOver() {
        SourceArticle article = Extractors.article(null, List.of(), BODY);
        Extraction whole = Extractors.SHARED.extract(article);
        assertThat(whole.leftOut()).isEqualTo(LeftOut.NOTHING);
        assertThat(whole.metrics()).hasSize(5);

        Extraction capped =
                Extractor.create(Divisions.load(), Vocabulary.NONE, 2).extract(article);

        assertThat(capped.metrics()).isEqualTo(whole.metrics().subList(0, 2));
        assertThat(capped.entities()).isEqualTo(whole.entities().subList(0, 2));
        assertThat(capped.leftOut()).isEqualTo(new LeftOut(whole.entities().size() - 2, 3));
    }

    @Test
    @DisplayName("a page of a million figures reports the most it may, and counts the rest")
    void millionFigures() {
        Extraction extraction = Extractors.read("建桥7座，".repeat(200_000));

        assertThat(extraction.metrics()).hasSize(Extractor.MOST_MENTIONS);
        assertThat(extraction.leftOut().metrics()).isEqualTo(200_000 - Extractor.MOST_MENTIONS);
    }
}
