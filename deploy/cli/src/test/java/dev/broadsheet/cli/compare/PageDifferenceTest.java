package dev.broadsheet.cli.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.sink.repair.Fingerprint;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PageDifferenceTest {
    private static final FoundName MAYOR = new FoundName("PERSON", "陈明远");
    private static final FoundName PARK = new FoundName("PLACE", "南湖公园");

    @Test
    void whatIsTheSameIsUnchanged() {
        PageDifference page = between(false, List.of(article("i-1", "a", MAYOR)), List.of(article("i-1", "a", MAYOR)));

        assertThat(page.unchanged()).isTrue();
        assertThat(Totals.NONE.plus(page))
                .returns(1, Totals::unchanged)
                .returns(0, Totals::differing)
                .returns(1, Totals::articlesUnchanged);
    }

    @Test
    void aPageWhoseOwnRecordAloneDiffersIsNotUnchanged() {
        assertThat(between(true, List.of(), List.of()).unchanged()).isFalse();
    }

    @Test
    void aNameIsGainedAndLostAsOftenAsItIsFound() {
        PageDifference page = between(
                false,
                List.of(article("i-1", "a", MAYOR, MAYOR, PARK)),
                List.of(article("i-1", "b", MAYOR, PARK, PARK)));

        assertThat(page.entities().lost()).containsExactly(MAYOR);
        assertThat(page.entities().gained()).containsExactly(PARK);
        assertThat(page.articles().changed()).singleElement().returns(List.of("text"), PageDifference.Changed::what);
    }

    @Test
    void articlesAreToldByTheirIds() {
        PageDifference page = between(
                false,
                List.of(article("i-1", "a"), article("i-7", "a", PARK)),
                List.of(article("i-9", "a", MAYOR), article("i-1", "a")));

        assertThat(page.articles().added())
                .extracting(PageDifference.Named::articleId)
                .containsExactly("i-9");
        assertThat(page.articles().gone())
                .extracting(PageDifference.Named::articleId)
                .containsExactly("i-7");
        assertThat(DifferenceText.lines(page))
                .containsExactly(
                        "p (a.txt): articles +1 ~0 -1, entities +1 -1, metrics +0 -0",
                        "  + article at line 9 「题」",
                        "  - article at line 7 「题」",
                        "  + entity PERSON 陈明远",
                        "  - entity PLACE 南湖公园");
    }

    @Test
    void aPageThatWouldFailIsNeitherUnchangedNorDiffering() {
        PageDifference page = PageDifference.failed("p", "i", "a.txt", "a page without end");

        assertThat(Totals.NONE.plus(page))
                .returns(1, Totals::failing)
                .returns(0, Totals::differing)
                .returns(0, Totals::unchanged);
        assertThat(DifferenceText.lines(page)).containsExactly("p (a.txt): would be a dead letter: a page without end");
    }

    private static PageDifference between(boolean record, List<ArticleImprint> before, List<ArticleImprint> now) {
        return PageDifference.between("p", "i", "a.txt", record, before, now);
    }

    private static ArticleImprint article(String id, String text, FoundName... names) {
        return new ArticleImprint(id, "题", Map.of("text", Fingerprint.of(text)), List.of(names), List.of());
    }
}
