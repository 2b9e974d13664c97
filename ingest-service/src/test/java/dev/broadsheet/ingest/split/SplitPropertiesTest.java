package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Promises of the splitter on generated pages. The seeds are fixed: a build fails for a change, never by chance. */
class SplitPropertiesTest {
    private static final PageSplitter SPLITTER = new PageSplitter();
    private static final PageSplitter ANOTHER = new PageSplitter();

    @Provide
    Arbitrary<String> pages() {
        return PageTexts.pages();
    }

    @Property(seed = "1")
    void each_character_stands_once_and_leads_back_to_the_page(@ForAll("pages") String text) {
        SplitPage page = SPLITTER.split(text);
        SplitContract.eachCharacterStandsOnce(text, page);
        SplitContract.runsLeadBackToThePage(text, page);
    }

    @Property(seed = "2")
    void each_printed_line_is_in_one_block_and_lines_ascend(@ForAll("pages") String text) {
        SplitPage page = SPLITTER.split(text);
        SplitContract.linesAreThePages(text, page);
        SplitContract.eachLineIsInOneBlock(page);
    }

    @Property(seed = "3")
    void articles_are_ordered_by_first_line_and_so_are_their_blocks(@ForAll("pages") String text) {
        SplitContract.articlesFollowTheirFirstLines(SPLITTER.split(text));
    }

    @Property(seed = "4")
    void confidences_are_between_0_and_1(@ForAll("pages") String text) {
        SplitContract.confidencesAreShares(SPLITTER.split(text));
    }

    @Property(seed = "5")
    void the_same_text_gives_the_same_page_from_any_splitter(@ForAll("pages") String text) {
        assertThat(ANOTHER.split(text)).isEqualTo(SPLITTER.split(text));
    }

    @Property(seed = "6")
    void line_ends_of_any_system_give_the_same_articles(@ForAll("pages") String text) {
        String unix = text.replace("\r", "");
        SplitPage expected = withoutOffsets(SPLITTER.split(unix));
        assertThat(withoutOffsets(SPLITTER.split(unix.replace("\n", "\r\n")))).isEqualTo(expected);
        assertThat(withoutOffsets(SPLITTER.split(unix.replace('\n', '\r')))).isEqualTo(expected);
    }

    @Property(seed = "7")
    void a_credited_name_stands_on_the_page(@ForAll("pages") String text) {
        String printed = letters(text);
        for (SplitArticle article : SPLITTER.split(text).articles()) {
            assertThat(article.bylines())
                    .allSatisfy(byline -> assertThat(printed).contains(letters(byline.name())));
        }
    }

    private static SplitPage withoutOffsets(SplitPage page) {
        return new SplitPage(
                page.head(),
                page.lines().stream()
                        .map(line -> new Line(line.number(), 0, line.text()))
                        .toList(),
                page.articles().stream()
                        .map(SplitPropertiesTest::withoutOffsets)
                        .toList(),
                unrun(page.furniture()),
                page.confidence());
    }

    private static SplitArticle withoutOffsets(SplitArticle a) {
        return new SplitArticle(
                a.firstLine(),
                a.kind(),
                a.section(),
                a.kicker(),
                a.title(),
                a.subtitle(),
                a.bylines(),
                unrun(a.blocks()),
                a.confidence(),
                a.incomplete());
    }

    private static List<Block> unrun(List<Block> blocks) {
        return blocks.stream()
                .map(block -> new Block(block.role(), block.text(), block.lines(), List.of()))
                .toList();
    }

    private static String letters(String text) {
        return text.replaceAll("\\P{L}", "");
    }
}
