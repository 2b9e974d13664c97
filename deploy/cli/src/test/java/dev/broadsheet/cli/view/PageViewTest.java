package dev.broadsheet.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.ingest.split.Block;
import dev.broadsheet.ingest.split.Byline;
import dev.broadsheet.ingest.split.BylineRole;
import dev.broadsheet.ingest.split.Kind;
import dev.broadsheet.ingest.split.Line;
import dev.broadsheet.ingest.split.PageHead;
import dev.broadsheet.ingest.split.Role;
import dev.broadsheet.ingest.split.Run;
import dev.broadsheet.ingest.split.SplitArticle;
import dev.broadsheet.ingest.split.SplitPage;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class PageViewTest {
    private static final Screen PLAIN = new Screen(Ansi.OFF, 0);
    private static final String DIM = "\u001B[2m";
    private static final String PAGE = """
            0 section |聚焦秋粮

            1 title |河口县新建三座粮仓
            1 body |目前已有120名工人进场
            2 title |石桥镇办农民画展
            1 body+ |施工,预计年底完工。
            """;

    private static String view(Screen screen, SplitPage page) {
        return PageView.of(screen, page, PlacedLine.of(page), null);
    }

    private static String compared(String split, String labels) {
        SplitPage page = MarkedPage.split(split);
        List<PlacedLine> lines = PlacedLine.of(page);
        return PageView.of(PLAIN, page, lines, new Comparison(page.articles(), lines, MarkedPage.labels(labels)));
    }

    @Test
    void every_line_stands_in_the_order_of_the_page_under_the_heads_of_the_articles_that_start() {
        assertThat(view(PLAIN, MarkedPage.split(PAGE))).isEqualTo("""
                     1   -  section           聚焦秋粮

                Article 1  news  0.88  河口县新建三座粮仓
                     3   1  title      0.88   河口县新建三座粮仓
                     4   1  body       0.88   目前已有120名工人进场

                Article 2  news  0.88  石桥镇办农民画展
                     5   2  title      0.88   石桥镇办农民画展
                     6   1  body       0.88 + 施工,预计年底完工。
                """);
    }

    @Test
    void the_head_tells_credits_and_what_is_incomplete_or_lacks_a_title() {
        List<Byline> credits =
                List.of(new Byline(BylineRole.REPORTER, "林小禾"), new Byline(BylineRole.PHOTOGRAPHER, "周远"));
        Block caption = new Block(Role.CAPTION, "丰收", List.of(1), List.of(new Run(0, 0, 2)));
        SplitArticle photo =
                new SplitArticle(1, Kind.PHOTO, null, null, null, null, credits, List.of(caption), 0.5, true);
        SplitPage page = new SplitPage(
                new PageHead(null, null, null), List.of(new Line(1, 0, "丰收")), List.of(photo), List.of(), 0.5);

        assertThat(view(PLAIN, page))
                .contains("Article 1  photo  0.50  incomplete  without title\n")
                .contains("             reporter 林小禾, photographer 周远\n");
    }

    @Test
    void lines_are_cut_to_the_screen() {
        String view = view(new Screen(Ansi.OFF, 50), MarkedPage.split("1 body |" + "粮".repeat(40) + "。"));

        assertThat(view.lines().skip(2).map(Columns::of)).allMatch(columns -> columns <= 50 && columns >= 47);
        assertThat(view).endsWith("…粮。\n");
    }

    @Test
    void a_colour_screen_has_a_colour_for_each_article_and_dims_what_is_outside() {
        String view = view(new Screen(Ansi.ON, 0), MarkedPage.split(PAGE + "2 body |画展展出作品86幅。"));

        assertThat(colour(view, "聚焦秋粮")).isEqualTo(DIM);
        assertThat(colour(view, "目前")).isEqualTo(colour(view, "施工")).isNotEqualTo(colour(view, "展出"));
        assertThat(colour(view, "展出")).isNotEqualTo(DIM);
    }

    /** The escape code in front of the line's number. */
    private static String colour(String view, String text) {
        String row =
                view.lines().filter(line -> line.contains(text)).findFirst().orElseThrow();
        assertThat(row).startsWith("  \u001B[");
        return row.substring(2, row.indexOf('m') + 1);
    }

    @Test
    void markup_of_the_command_line_library_in_a_page_is_text() {
        assertThat(view(new Screen(Ansi.ON, 0), MarkedPage.split("1 body |@|red 粮仓|@")))
                .contains("@|red 粮仓|@");
    }

    @Test
    void a_wrong_line_is_marked_and_the_same_difference_told_once() {
        String split = """
                1 title |河口县新建三座粮仓
                1 body |目前已有120名工人进场施工。
                1 body |粮仓预计年底完工。
                1 subhead |石桥镇办农民画展
                1 body |画展展出作品86幅。
                1 body |展期到月底为止。
                """;
        String labels = """
                1 title |河口县新建粮仓
                1 body |目前已有120名工人进场施工。
                1 body |粮仓预计年底完工。
                2 title |石桥镇办农民画展
                2 body |画展展出作品86幅。
                2 body |展期到月底为止。
                """;

        assertThat(compared(split, labels)).isEqualTo("""

                Article 1  news  0.88  河口县新建三座粮仓
                !            title: wanted 「河口县新建粮仓」
                !                   got    「河口县新建三座粮仓」
                     1   1  title      0.88   河口县新建三座粮仓
                     2   1  body       0.88   目前已有120名工人进场施工。
                     3   1  body       0.88   粮仓预计年底完工。

                !            missing article: 「石桥镇办农民画展」, news
                !    4   1  subhead    0.88   石桥镇办农民画展
                !            wanted the missing article 「石桥镇办农民画展」, got article 1; wanted title, got subhead
                !    5   1  body       0.88   画展展出作品86幅。
                !            wanted the missing article 「石桥镇办农民画展」, got article 1
                !    6   1  body       0.88   展期到月底为止。
                """);
    }

    @Test
    void a_line_that_two_blocks_share_has_a_row_for_each_with_its_part() {
        Line line = new Line(1, 0, "　粮仓完工。 (林小禾)");
        Block body = new Block(Role.BODY, "粮仓完工。", List.of(1), List.of(new Run(0, 1, 5)));
        Block byline = new Block(Role.BYLINE, "(林小禾)", List.of(1), List.of(new Run(0, 7, 5)));
        SplitArticle article =
                new SplitArticle(1, Kind.NEWS, null, null, null, null, List.of(), List.of(body, byline), 0.5, false);
        SplitPage page = new SplitPage(new PageHead(null, null, null), List.of(line), List.of(article), List.of(), 0.5);

        assertThat(view(PLAIN, page)).endsWith("""
                     1   1  body       0.50   粮仓完工。
                     1   1  byline     0.50   (林小禾)
                """);
    }
}
