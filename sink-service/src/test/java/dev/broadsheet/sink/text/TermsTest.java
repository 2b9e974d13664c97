package dev.broadsheet.sink.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bars mark what is found. */
class TermsTest {
    @ParameterizedTest
    @CsvSource({
        "水库, 新建|水库|一座",
        "水库 新建, |新建水库|一座",
        "\"新建水库\", |新建水库|与水库",
        "水库新建, 新建水库",
        "水库, 水，库",
        "水库, |水 库|",
        "300亿, |３００亿|元",
        "5g, 建|５Ｇ|网",
        "wifi, WiFis 与 |WiFi|",
        "㈱, |㈱|",
        "café, |café|",
        "水库\", 建|水库|",
        "𠮷, 在|𠮷|野",
        "%, 百分之%"
    })
    void areFoundWhereTheIndexFindsThem(String query, String marked) {
        String text = marked.replace("|", "");
        StringBuilder found = new StringBuilder(text);
        List<Terms.Span> hits = Terms.of(query).hits(text);
        for (int i = hits.size() - 1; i >= 0; i--) {
            found.insert(hits.get(i).end(), '|').insert(hits.get(i).start(), '|');
        }
        assertThat(found).hasToString(marked);
    }

    @Test
    void doNotReachFromOneBlockIntoTheNext() {
        assertThat(Terms.of("水库").hits("水\n库")).isEmpty();
    }

    @Test
    void tellWhetherThereIsAnythingToSearchForAndWhetherTextsHaveToBeLookedAt() {
        assertThat(Terms.of("%。!").isEmpty()).isTrue();
        assertThat(Terms.of("水库 300").hasPhrase()).isFalse();
        assertThat(Terms.of("新建水").hasPhrase()).isTrue();
        assertThat(Terms.of("\"a b\"").hasPhrase()).isTrue();
    }
}
