package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts signed by photographers: part of the article above, or items of their own. */
class PhotoTest {
    private static final String ARTICLE = """
            1 TITLE |山路上的邮递员
            1 BODY |本报讯(记者 郑树声)天刚亮,邮递员韦大山就把信件装进了帆布包。他负责的邮路有八十里,要翻过两座山,经过十一个寨子,一走就是两天。
            1 BODY |二十年来,韦大山没有丢过一封信。去年大雪封山,他背着药品走了九个小时,赶在天黑之前送到了寨子里。
            """;
    private final PageSplitter splitter = new PageSplitter();

    private void check(String marked) {
        assertThat(MarkedPage.render(splitter.split(MarkedPage.page(marked)))).isEqualTo(MarkedPage.answer(marked));
    }

    @Test
    void a_caption_that_speaks_of_the_article_belongs_to_it() {
        check(ARTICLE + "1 CAPTION |韦大山走在去寨子的山路上,帆布包里装着当天的信件。 郑树声 摄\n");
    }

    @Test
    void a_caption_about_something_else_is_an_item_of_its_own() {
        check(ARTICLE + "2 CAPTION |9月6日,江心洲湿地公园迎来首批越冬候鸟,吸引不少市民带着孩子前来观看。 郑树声 摄\n");
        assertThat(splitter.split(MarkedPage.page(ARTICLE + "2 CAPTION |9月6日,江心洲湿地公园迎来首批越冬候鸟。 郑树声 摄\n"))
                        .articles())
                .extracting(SplitArticle::kind)
                .containsExactly(Kind.NEWS, Kind.PHOTO);
    }

    @Test
    void a_short_story_that_only_a_photographer_signs_is_a_photo() {
        String page = """
                1 TITLE |守灯塔的人
                1 CAPTION |青螺岛上的灯塔建成六十年,守塔人换了三代。岛上没有淡水,补给船十天来一次。
                1 CAPTION |守塔人每天傍晚爬上一百零八级台阶,擦亮灯罩,记下风向和潮位,风雨无阻。
                1 CAPTION |“灯亮着,出海的人心里就踏实。”守塔人林阿海说。 郑树声 摄
                """;
        check(page);
        assertThat(splitter.split(MarkedPage.page(page)).articles().get(0).kind())
                .isEqualTo(Kind.PHOTO);
    }

    @Test
    void a_photo_story_gets_the_headline_that_was_printed_in_scraps() {
        check("""
                1 TITLE |城关镇修好一条路
                1 BODY |本报讯(记者 高明远)城关镇日前召开会议,布置全年重点工作,会议提出,要加快老旧小区改造,全年计划改造小区六十个,力争十月底前全部完
                2 TITLE |守
                2 TITLE+ |灯
                2 TITLE+ |塔
                2 TITLE+ |的
                2 TITLE+ |人
                1 BODY+ |成。要把好质量关,让群众住得放心,同时做好解释工作。(记者 高明远)
                2 KICKER |“守塔人
                2 CAPTION |青螺岛上的灯塔建成六十年,守塔人换了三代。岛上没有淡水,补给船十天来一次,遇上大风,一个月也见不到一个人影。
                2 CAPTION |“刚来的时候,夜里听着海浪睡不着,就一遍一遍地擦灯。”林阿海说,他十九岁上岛,今年五十七岁,说起灯塔来滔滔不绝。
                2 CAPTION |林阿海每天傍晚爬上一百零八级台阶,擦亮灯罩,记下风向和潮位,风雨无阻。他还在岛上种了菜,养了一条叫阿黄的狗。
                2 CAPTION |“灯亮着,出海的人心里就踏实。”林阿海说。 郑树声 摄
                3 TITLE |东城区送温暖
                3 BODY |本报讯(记者 林晓舟)东城区近日开展送温暖活动,为辖区内八十岁以上独居老人送去棉衣和米面油。
                """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"本报讯(记者 何一帆)", "本报讯 "})
    void news_with_a_photo_stays_news(String lead) {
        String page = """
                1 TITLE |守灯塔的人
                1 BODY |%s昨日,青螺岛灯塔迎来第三代守塔人,岛上没有淡水,补给船十天来一次。
                1 BODY |“灯亮着,出海的人心里就踏实。”守塔人林阿海说。 郑树声 摄
                """.formatted(lead);
        assertThat(splitter.split(MarkedPage.page(page)).articles().get(0).kind())
                .isEqualTo(Kind.NEWS);
    }
}
