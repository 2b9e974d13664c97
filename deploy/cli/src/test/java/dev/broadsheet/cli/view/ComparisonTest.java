package dev.broadsheet.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.ingest.split.Byline;
import dev.broadsheet.ingest.split.BylineRole;
import dev.broadsheet.ingest.split.Kind;
import dev.broadsheet.ingest.split.SplitPage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final String LABELS = """
            0 section |聚焦秋粮
            1 title |河口县新建三座粮仓
            1 body |目前已有120名工人进场
            1 body+ |施工,预计年底完工。
            2 title |石桥镇办农民画展
            2 body |画展展出作品86幅。
            2 body |展期到月底为止。
            """;

    private static Comparison compare(String split) {
        return compare(split, MarkedPage.labels(LABELS));
    }

    private static Comparison compare(String split, Labels labels) {
        SplitPage page = MarkedPage.split(split);
        return new Comparison(page.articles(), PlacedLine.of(page), labels);
    }

    @Test
    void a_right_split_has_no_difference() {
        Comparison comparison = compare(LABELS);

        assertThat(comparison.tally()).isEqualTo(new Tally(7, 0, 0, 0, 0, 0, 0, 0));
        assertThat(comparison.ofLine(3)).isNull();
        assertThat(comparison.ofArticle(1)).isEmpty();
    }

    @Test
    void articles_are_named_by_their_number_in_the_split() {
        Comparison comparison = compare("""
                1 title |聚焦秋粮
                2 title |河口县新建三座粮仓
                2 body |目前已有120名工人进场
                2 body+ |施工,预计年底完工。
                3 title |石桥镇办农民画展
                3 body |画展展出作品86幅。
                2 body |展期到月底为止。
                """);

        assertThat(comparison.ofLine(1)).isEqualTo("wanted no article, got article 1; wanted section, got title");
        assertThat(comparison.ofLine(2)).isNull();
        assertThat(comparison.ofLine(7)).isEqualTo("wanted article 3, got article 2");
        assertThat(comparison.ofArticle(1)).containsExactly("the labels have no such article");
        assertThat(comparison.tally()).isEqualTo(new Tally(7, 2, 2, 1, 0, 0, 0, 1));
    }

    @Test
    void a_role_or_a_join_that_differs_is_told_with_both_sides() {
        Comparison comparison =
                compare(LABELS.replace("1 body+ |", "1 caption |").replace("2 body |展", "2 body+ |展"));

        assertThat(comparison.ofLine(4)).isEqualTo("wanted body, got caption; wanted joined, got not joined");
        assertThat(comparison.ofLine(7)).isEqualTo("wanted not joined, got joined");
        assertThat(comparison.tally()).isEqualTo(new Tally(7, 2, 0, 1, 2, 0, 0, 0));
    }

    @Test
    void an_article_that_the_split_swallowed_is_missing_at_its_first_line() {
        Comparison comparison = compare(LABELS.replace("2 title", "1 subhead").replace("2 body", "1 body"));

        assertThat(comparison.missingAt(5)).isEqualTo("missing article: 「石桥镇办农民画展」, news");
        assertThat(comparison.ofLine(6)).isEqualTo("wanted the missing article 「石桥镇办农民画展」, got article 1");
        assertThat(comparison.tally()).isEqualTo(new Tally(7, 3, 3, 1, 0, 0, 1, 0));
    }

    @Test
    void of_two_articles_that_share_lines_with_a_label_the_one_with_more_is_its_own() {
        Comparison comparison = compare("""
                0 section |聚焦秋粮
                1 title |河口县新建三座粮仓
                2 body |目前已有120名工人进场
                2 body+ |施工,预计年底完工。
                3 title |石桥镇办农民画展
                3 body |画展展出作品86幅。
                3 body |展期到月底为止。
                """);

        assertThat(comparison.ofLine(2)).isEqualTo("wanted article 2, got article 1");
        assertThat(comparison.ofArticle(2)).containsExactly("title: wanted 「河口县新建三座粮仓」\n       got    none");
        assertThat(comparison.ofArticle(1)).containsExactly("the labels have no such article");
    }

    @Test
    void lines_without_a_label_are_not_compared() {
        Labels labels = MarkedPage.labels(LABELS);
        TreeMap<Integer, LineLabel> some = new TreeMap<>(labels.lines().tailMap(2));

        Comparison comparison =
                compare(LABELS.replace("0 section", "0 furniture"), new Labels(some, labels.articles()));

        assertThat(comparison.tally()).isEqualTo(new Tally(6, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void every_field_of_an_article_is_compared() {
        Labels labels = MarkedPage.labels(LABELS);
        ArticleLabel wanted = new ArticleLabel(
                1,
                Kind.FEATURE,
                "聚焦秋粮",
                "秋收之后",
                "河口县新建粮仓",
                "年底完工",
                List.of(new Byline(BylineRole.REPORTER, "林小禾")),
                true);

        Comparison comparison = compare(
                LABELS,
                new Labels(
                        labels.lines(), Map.of(1, wanted, 2, labels.articles().get(2))));

        assertThat(comparison.ofArticle(1))
                .containsExactly(
                        "title: wanted 「河口县新建粮仓」\n       got    「河口县新建三座粮仓」",
                        "kicker: wanted 「秋收之后」\n        got    none",
                        "subtitle: wanted 「年底完工」\n          got    none",
                        "section: wanted 「聚焦秋粮」\n         got    none",
                        "kind: wanted feature, got news",
                        "bylines: wanted reporter 林小禾\n         got    none",
                        "incomplete: wanted yes, got no");
        assertThat(comparison.tally()).isEqualTo(new Tally(7, 0, 0, 0, 0, 7, 0, 0));
    }

    @Test
    void white_space_and_quotation_marks_in_a_title_make_no_difference() {
        String spaced = LABELS.replace("河口县新建三座粮仓", "河口县　新建“三座”粮仓");

        assertThat(compare(spaced).tally().fields()).isZero();
    }
}
