package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PageSplitterTest {
    private final PageSplitter splitter = new PageSplitter();

    private static final String BRIEFS = """
            1 TITLE |青河县新建三座图书馆
            1 BODY |本报讯(记者 周小满 通讯员 何一帆)3月8日,记者从青河县获悉,当地新建的三座图书馆全部对外开放,市民凭身份证即可免费借阅,每人每次可以借走五本。
            1 BODY |图书馆里设有儿童阅览区和老年阅览区,周末还安排志愿者给孩子们讲故事,受到家长们的欢迎。
            2 KICKER |不等不靠修水利——
            2 TITLE |石桥镇疏通沟渠四十公里保障春灌用水
            2 BODY |本报讯(记者 郑树声)入冬以来,石桥镇组织群众疏通沟渠,目前已经完成四十公里,预计二月底前全部完工,可以保障两万亩农田春季灌溉。
            2 BODY |镇里还给每条沟渠安排了管护员,定期清理淤泥,让水流得进来、排得出去,受益村庄达到二十三
            2 BODY+ |个,群众都说这件事办到了心坎上。
            - FURNITURE |新闻热线:000-12345678
            """;

    private static final String FEATURE = """
            1 KICKER |让老手艺留得住、传得开——
            1 TITLE |竹编艺人的春天
            1 BODY |清晨的院子里,几位老人围坐在一起,手里的竹条上下翻飞,不一会儿一只小巧的竹篮就编成了,院子里满是竹子的清香。
            1 BODY |“以前大家都觉得这门手艺没有前途,年轻人不愿意学。”老艺人说,现在情况不一样了,订单已经排到了明年夏天。
            1 SUBHEAD |老树发新芽
            1 BODY |变化从五年前开始,当地在老街上办起了竹编工坊,请老艺人坐堂授课,学费由集体承担,学成之后还可以留下来做工。
            1 SUBHEAD |小店连大市
            1 BODY |工坊把产品搬到网上销售,销路一下子打开,去年卖出三万多件,带动二百多户人家增收,不少外出务工的人也回来了。
            1 SUBHEAD |后生接好班
            1 BODY |现在,工坊里最小的学徒只有十九岁,他说自己想把竹编做成时尚的东西,让更多的同龄人喜欢上家乡的老手艺。
            2 TITLE |古渡村今年通了公交车
            2 BODY |本报讯(通讯员 马文远)2月1日起,古渡村开通公交车,每天往返六趟,村民进城只要二十分钟,票价两元,老人凭证免费乘坐。
            """;

    private static final String TORN = """
            1 TITLE |东城区布置全年重点工作
            1 BODY |本报讯(记者 高明远)东城区日前召开会议,布置全年重点工作,要求各单位抓住时机,把各项任务落到实处,确保全年目标完成。
            1 BODY |会议提出,要加快老旧小区改造,全年计划改造小区六十个,惠及居民三万多户,各街道要倒排工期,力争十月底前全部完
            2 TITLE |西
            2 TITLE+ |城
            2 TITLE+ |送
            2 TITLE+ |暖
            2 TITLE+ |心
            1 BODY+ |成。要把好质量关,让群众住得放心,同时做好解释工作。
            2 BODY |本报讯(记者 林晓舟)西城区近日开展送温暖活动,为辖区内八十岁以上独居老人送去棉衣和米面油,共走访老人四百余户。
            """;

    private static final String PHOTOS = """
            1 TITLE |梨花开了
            1 CAPTION |三月的梨园里,花农正在给梨树授粉,远处的山坡一片雪白,吸引了不少游人前来拍照。孟春生 摄
            2 TITLE |社区里的小菜园
            2 CAPTION |图为居民在阳台上采摘新鲜的蔬菜,这个小区利用闲置的屋顶建起了共享菜园,由大家轮流照看。
            2 BYLINE |田小禾摄
            """;

    private static final String SIGNED = """
            1 TITLE |一支笔写活一条街
            1 BODY |站在老街的街口,远远就能看见墙上的彩画,画里有磨豆腐的、打铁的、唱戏的,都是老街上从前的光景,引得路人停下来看。
            1 BODY |画这些画的人是退休教师,他花了两年时间,画了六十多幅,没有收过一分钱,街坊们都叫他老画家。
            1 BYLINE |记者 苏念 文/图
            2 TITLE |小账本里有大民生
            2 BYLINE |本报记者 秦岭 乔安
            2 BODY |翻开村里的小账本,每一笔收支都写得清清楚楚,买了几把扫帚、修了几盏路灯、花了多少钱,村民随时都能查看,心里很踏实。
            """;

    private static final String INTERLEAVED = """
            1 TITLE |村里来了大学生讲师团
            1 BODY |入夏以来,几名大学生每周都到村里讲课,内容有种植技术、电商知识和法律常识,教室里总是坐得满满的,过道上也站着人。
            1 BODY |讲师团的组织者说,一方面大家想把学到的东西用起来,另一方面也想听听乡亲们的难处,回去以后再找老师请教,这样一来,几位年轻人和村民越走越近,一方
            2 TITLE |山泉乡加固水库大坝
            2 BODY |本报讯(记者 江子昂)汛期到来之前,山泉乡组织力量加固水库大坝,更换闸门两座,确保下游群众安全度汛。
            1 BODY+ |面帮着村民解决了难题,一方面自己也长了见识,两头都高兴。
            1 BODY |如今,村民们盼着他们来,就像盼着亲戚上门一样,还给他们留了一间屋子,收拾得干干净净。
            """;

    private static final String CAPTIONED = """
            1 TITLE |河湾镇举办插秧比赛
            1 BODY |本报讯(记者 夏至)6月2日,河湾镇举办插秧比赛,十二个村的插秧能手下到水田里一比高低,岸上的观众不停地喝彩。

            2 CAPTION |连日来,消防员走进幼儿园,教小朋友认识灭火器,演示遇到火情怎样逃生,孩子们听得十分认真。冯小川 摄
            3 TITLE |老井重新清出甘甜水
            3 BODY |本报讯(记者 夏至)村口的老井淤塞多年,日前经过清理重新出水,水质检测合格,附近的居民又可以到井边打水了。
            """;

    static Stream<Arguments> pages() {
        return Stream.of(
                Arguments.of("news items with datelines", BRIEFS),
                Arguments.of("a feature with subheads before a news item", FEATURE),
                Arguments.of("a headline in scraps inside a sentence", TORN),
                Arguments.of("an item printed inside another one's sentence", INTERLEAVED),
                Arguments.of("a picture without headline between items", CAPTIONED),
                Arguments.of("pictures with headlines", PHOTOS),
                Arguments.of("signatures and bylines on their own lines", SIGNED));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void gives_each_line_its_article_and_role(String name, String marked) {
        assertThat(MarkedPage.render(splitter.split(MarkedPage.page(marked)))).isEqualTo(MarkedPage.answer(marked));
    }

    @Test
    void carriage_returns_end_lines_like_line_feeds() {
        String page = MarkedPage.page(BRIEFS);
        String expected = MarkedPage.render(splitter.split(page));
        assertThat(MarkedPage.render(splitter.split(page.replace("\n", "\r\n"))))
                .isEqualTo(expected);
        assertThat(MarkedPage.render(splitter.split(page.replace('\n', '\r')))).isEqualTo(expected);
    }

    @Test
    void full_width_punctuation_reads_like_half_width() {
        String wide = BRIEFS.replace(',', '，').replace('(', '（').replace(')', '）');
        assertThat(MarkedPage.render(splitter.split(MarkedPage.page(wide)))).isEqualTo(MarkedPage.answer(wide));
    }

    @Test
    void a_broken_paragraph_is_one_block_whose_runs_lead_back_to_the_page() {
        String page = MarkedPage.page(TORN);
        Block block = splitter.split(page).articles().get(0).blocks().get(2);
        assertThat(block.text()).contains("全部完成。");
        for (Run run : block.runs()) {
            assertThat(page.substring(run.pageOffset(), run.pageOffset() + run.length()))
                    .isEqualTo(block.text().substring(run.blockOffset(), run.blockOffset() + run.length()));
        }
    }

    @Test
    void articles_carry_their_heads_and_credits() {
        SplitArticle article =
                splitter.split(MarkedPage.page(BRIEFS)).articles().get(1);
        assertThat(article.kicker()).isEqualTo("不等不靠修水利——");
        assertThat(article.title()).isEqualTo("石桥镇疏通沟渠四十公里保障春灌用水");
        assertThat(article.bylines()).containsExactly(new Byline(BylineRole.REPORTER, "郑树声"));
        assertThat(article.kind()).isEqualTo(Kind.NEWS);
        assertThat(article.incomplete()).isFalse();
        assertThat(article.firstLine()).isEqualTo(7);
    }

    @Test
    void kinds_follow_from_the_parts() {
        assertThat(splitter.split(MarkedPage.page(FEATURE)).articles())
                .extracting(SplitArticle::kind)
                .containsExactly(Kind.FEATURE, Kind.NEWS);
        assertThat(splitter.split(MarkedPage.page(PHOTOS)).articles())
                .extracting(SplitArticle::kind)
                .containsExactly(Kind.PHOTO, Kind.PHOTO);
    }

    @Test
    void a_piece_that_speaks_for_its_author_is_a_commentary() {
        String page = """
                少一点形式 多一点实在

                陶然

                检查多了,干活的时间就少了。笔者下乡时听到不少干部这样说,他们一天要填好几张表,内容却大同小异,真正下田的时间所剩无几。

                减负不是一句空话,要从少开一次会、少填一张表做起,把时间还给基层,让干部有精力去办群众盼着的实事。
                """;
        SplitArticle article = splitter.split(page).articles().get(0);
        assertThat(article.kind()).isEqualTo(Kind.COMMENTARY);
        assertThat(article.bylines()).containsExactly(new Byline(BylineRole.AUTHOR, "陶然"));
    }

    @Test
    void a_name_that_signs_several_items_in_brackets_is_a_desk() {
        String item = """
                %s

                本报讯 近日,当地组织开展了这项活动,各方反映很好,下一步还要把这件事坚持做下去,让更多的人受益。(高文)

                """;
        String page = item.formatted("第一件好事办成了") + item.formatted("第二件好事也办成了") + item.formatted("第三件好事快要办成");
        assertThat(splitter.split(page).articles())
                .allSatisfy(
                        article -> assertThat(article.bylines()).containsExactly(new Byline(BylineRole.SOURCE, "高文")));
    }

    @Test
    void a_section_head_covers_the_article_below_and_those_that_take_up_its_words() {
        String page = """
                聚焦“春耕备耕”

                大河镇备足种子化肥

                本报讯(记者 田野)大河镇近日备足种子化肥,保障农民用得上、用得好,让今年的农业生产有一个好的开头。

                农机手走进田间忙检修

                本报讯(记者 田野)为做好春耕备耕工作,各村的农机手这几天走进田间,检修农机一百多台,随时可以下地。

                小学生学做花灯

                本报讯(记者 童言)元宵节前,城关小学的学生跟着民间艺人学做花灯,大家动手又动脑,做出的花灯各有各的样子。
                """;
        assertThat(splitter.split(page).articles())
                .extracting(SplitArticle::section)
                .containsExactly("聚焦“春耕备耕”", "聚焦“春耕备耕”", null);
    }

    @Test
    void the_running_head_tells_paper_date_and_page() {
        PageHead head = splitter.split("2021年5月6日 星期四 青河晚报 第7版\n\n" + MarkedPage.page(BRIEFS))
                .head();
        assertThat(head.publication()).isEqualTo("青河晚报");
        assertThat(head.issueDate()).isEqualTo("2021-05-06");
        assertThat(head.page()).isEqualTo("7");
    }

    @Test
    void an_article_that_stops_in_mid_sentence_is_incomplete_and_less_certain() {
        String cut = BRIEFS.replace("让水流得进来、排得出去,受益村庄达到二十三\n2 BODY+ |个,群众都说这件事办到了心坎上。", "让水流得进来、排得出去,受益村庄达到二十三");
        SplitArticle whole = splitter.split(MarkedPage.page(BRIEFS)).articles().get(1);
        SplitArticle torn = splitter.split(MarkedPage.page(cut)).articles().get(1);
        assertThat(torn.incomplete()).isTrue();
        assertThat(torn.confidence()).isLessThan(whole.confidence());
    }

    @Test
    void text_that_is_not_chinese_gets_a_low_confidence() {
        SplitPage page = splitter.split("A short line\n\nSome longer text that goes on. And on, and on.\n");
        assertThat(page.confidence()).isLessThanOrEqualTo(0.3);
    }

    @Test
    void the_same_page_gives_the_same_result() {
        String page = MarkedPage.page(BRIEFS) + MarkedPage.page(FEATURE) + MarkedPage.page(PHOTOS);
        assertThat(new PageSplitter().split(page)).isEqualTo(splitter.split(page));
    }

    @Test
    void a_caption_below_the_head_is_told_by_the_credit_of_its_picture() {
        String page = """
                1 TITLE |石桥镇疏通沟渠保春灌
                1 BYLINE |本报记者 郑树声 文/图
                1 CAPTION |村民们正在清理沟渠里的淤泥和杂草
                1 BODY |入冬以来,石桥镇组织群众疏通沟渠,目前已经完成四十公里,可以保障两万亩农田春季灌溉。
                1 BODY |“往年一到春天就抢水,今年不用愁了。”村民老韩说,他家的六亩麦田就在渠边。
                2 TITLE |古渡村通了公交车
                2 BODY |本报讯(通讯员 马文远)2月1日起,古渡村开通公交车,每天往返六趟,村民进城只要二十分钟。
                """;
        assertThat(MarkedPage.render(splitter.split(MarkedPage.page(page)))).isEqualTo(MarkedPage.answer(page));
    }

    @Test
    void where_the_paper_prints_headlines_in_two_rows_both_are_the_title() {
        StringBuilder page = new StringBuilder();
        String[] heads = {
            "老粮站改成图书馆|三万册旧书有了新家", "菜场里开出理发店|老师傅每月义剪两天", "断桥修好通了车|三个村少绕十里路", "夜校开到工地上|四十名工友学会看图", "旧船厂变身公园|船台上放起了电影"
        };
        for (int i = 0; i < heads.length; i++) {
            String[] rows = heads[i].split("\\|", -1);
            page.append(i + 1).append(" TITLE |").append(rows[0]).append('\n');
            page.append(i + 1).append(" TITLE+ |").append(rows[1]).append('\n');
            page.append(i + 1).append(" BODY |本报讯(记者 郑树声)昨日,记者从街道了解到,这项工程历时两个月,花费六十余万元,附近居民都说办得好。\n");
        }
        assertThat(MarkedPage.render(splitter.split(MarkedPage.page(page.toString()))))
                .isEqualTo(MarkedPage.answer(page.toString()));
    }
}
