package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Paragraphs that something else was printed into. */
class MenderTest {
    private final PageSplitter splitter = new PageSplitter();

    private void check(String marked) {
        assertThat(MarkedPage.render(splitter.split(MarkedPage.page(marked)))).isEqualTo(MarkedPage.answer(marked));
    }

    @Test
    void a_word_torn_by_a_caption_is_whole_again() {
        String page = """
                1 TITLE |石桥镇疏通沟渠保障春灌
                1 BODY |本报讯(记者 郑树声)入冬以来,石桥镇组织群众疏通沟渠,目前已经完成四十公里,预计二月底前全部完工,可以保障两万亩农田春季灌溉,群众的幸
                1 CAPTION |图为村民在清理沟渠里的淤泥。 郑树声 摄
                1 BODY+ |福感明显增强。
                """;
        check(page);
        assertThat(splitter.split(MarkedPage.page(page)).articles().get(0).blocks())
                .extracting(Block::text)
                .anyMatch(text -> text.endsWith("群众的幸福感明显增强。"));
    }

    @Test
    void a_number_torn_by_the_column_is_one_number() {
        check("""
                1 TITLE |石桥镇疏通沟渠保障春灌
                1 BODY |本报讯(记者 郑树声)入冬以来,石桥镇组织群众疏通沟渠,目前已经完成四十公里,总投资2
                1 BODY+ |30万元,预计二月底前全部完工,可以保障两万亩农田春季灌溉。
                """);
    }

    @Test
    void a_sentence_whose_rest_is_nowhere_on_the_page_stays_open() {
        SplitPage page = splitter.split(MarkedPage.page("""
                1 TITLE |石桥镇疏通沟渠保障春灌
                1 BODY |本报讯(记者 郑树声)入冬以来,石桥镇组织群众疏通沟渠,目前已经完成四十公里,预计二月底前全部完工,可以保障
                2 TITLE |古渡村今年通了公交车
                2 BODY |本报讯(通讯员 马文远)2月1日起,古渡村开通公交车,每天往返六趟,村民进城只要二十分钟。
                """));
        assertThat(page.articles()).extracting(SplitArticle::incomplete).containsExactly(true, false);
        assertThat(page.articles())
                .extracting(article -> article.blocks().size())
                .containsExactly(2, 2);
    }

    @Test
    void a_word_that_the_page_has_whole_is_not_completed_by_the_name_of_a_place() {
        SplitPage page = splitter.split(MarkedPage.page("""
                1 TITLE |爱心义卖助力果农
                1 BODY |本报讯(记者 郑树声)昨日,石桥县青禾镇举行爱心助销会,果农们把刚摘的脐橙摆上展台,这是今年举行的第二场爱心助
                1 BODY |石桥县青禾镇现有果园八千亩,往年脐橙多靠客商上门收购,今年雨水多,果子熟得晚。
                1 BODY |据介绍,爱心助销会还将走进社区和学校,预计可以卖出脐橙三十万斤。
                """));
        assertThat(page.articles()).extracting(SplitArticle::incomplete).containsExactly(true);
        assertThat(page.articles().get(0).blocks()).hasSize(4);
    }
}
