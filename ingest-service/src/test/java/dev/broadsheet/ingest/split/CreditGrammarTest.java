package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What newspapers print as credits, in four places: before a lead, on a line, behind a text, behind a caption. */
class CreditGrammarTest {
    private final CreditParser parser = new CreditParser();
    private final CreditFinder finder = new CreditFinder(parser);
    private final Datelines datelines = new Datelines();

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "本报讯(记者 周小满 通讯员 何一帆 郑可)昨日,市里开会。 | REPORTER 周小满, CORRESPONDENT 何一帆, CORRESPONDENT 郑可",
                "本报讯(首席记者 周小满 见习记者 郑可)昨日 | REPORTER 周小满, REPORTER 郑可",
                "本报讯(全媒体记者 周小满 实习生 郑可)昨日 | REPORTER 周小满, REPORTER 郑可",
                "本报讯(融媒记者周小满)昨日 | REPORTER 周小满",
                "本报讯(青川融媒记者 周小满)昨日 | REPORTER 周小满",
                "本报讯(周小满 郑可)昨日 | AUTHOR 周小满, AUTHOR 郑可",
                "本报讯(通讯员 市气象局 郑可)昨日 | CORRESPONDENT 郑可",
                "本报讯 记者周小满报道:昨日 | REPORTER 周小满",
                "本报讯 记者周小满、通讯员郑可报道:昨日 | REPORTER 周小满, CORRESPONDENT 郑可",
                "本报讯 记者周小满 通讯员 郑可 报道 昨日 | REPORTER 周小满, CORRESPONDENT 郑可",
                "本报讯 记者周小满昨日从市里获悉,桥通了。 | REPORTER 周小满",
                "【本报讯】(记者 周小满)昨日 | REPORTER 周小满",
                "本报3月8日讯(记者 周小满)昨日 | REPORTER 周小满",
                "本报青川3月8日电 (记者 周小满)昨日 | REPORTER 周小满",
                "青川晚报讯(记者 周小满)昨日 | REPORTER 周小满",
                "青川融媒讯 (记者 周小满)昨日 | REPORTER 周小满",
                "新华社青川3月8日电(记者周小满、郑可)昨日 | REPORTER 周小满, REPORTER 郑可",
                "新华社青川3月8日电 记者周小满、郑可 昨日 | REPORTER 周小满, REPORTER 郑可",
                "据新华社电(记者 周小满)昨日 | REPORTER 周小满",
                "【記者周小滿/台北報導】昨天清晨通車。 | REPORTER 周小滿",
                "〔記者周小滿、鄭可/石門報導〕昨天通車。 | REPORTER 周小滿, REPORTER 鄭可",
                "【記者周小滿台北報導】昨天通車。 | REPORTER 周小滿",
                "(中央社記者周小滿台北20日電)昨天通車。 | REPORTER 周小滿",
                "■本报记者 周小满 昨日上午,市里开了一个会,讨论修桥。 | REPORTER 周小满",
                "记者周小满报道:昨日上午,市里开了一个会,讨论修桥。 | REPORTER 周小满",
            })
    void a_lead_opens_with_its_reporters(String text, String expected) {
        assertThat(show(finder.front(text, datelines.end(text)))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "本报讯 记者从市里获悉,桥通了。",
                "本报讯 记者昨日走访多家超市",
                "据新华社电 记者从有关部门了解到",
                "记者:您修了一辈子桥,哪一座最得意?",
                "记者打探:3月5日,记者看到楼道内停放废旧自行车。",
                "【新闻链接】什么是海绵城市",
                "(沙令港8日讯)横跨沙令河的木桥去年底被大水冲走。",
                "作者在书中写道,桥是好东西。"
            })
    void other_leads_credit_nobody(String text) {
        assertThat(finder.front(text, datelines.end(text))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "□ 本报记者 周小满 | REPORTER 周小满",
                "● 全媒体记者 周小满 通讯员 郑可 | REPORTER 周小满, CORRESPONDENT 郑可",
                "◎ 青川日报记者 周小满 | REPORTER 周小满",
                "新华社记者 周小满 郑 可 | REPORTER 周小满, REPORTER 郑可",
                "本报驻京记者 周小满 | REPORTER 周小满",
                "本报记者 周小满 发自青川 | REPORTER 周小满",
                "本报记者 周小满 北京报道 | REPORTER 周小满",
                "本報記者 周小滿 文 鄭可 攝 | REPORTER 周小滿, PHOTOGRAPHER 鄭可",
                "本報特派員 周小滿 | REPORTER 周小滿",
                "【记者 周小满】 | REPORTER 周小满",
                "文/周小满 图/郑可 | AUTHOR 周小满, PHOTOGRAPHER 郑可",
                "文:周小满 图:郑可 | AUTHOR 周小满, PHOTOGRAPHER 郑可",
                "文丨周小满 图丨郑可 | AUTHOR 周小满, PHOTOGRAPHER 郑可",
                "文/记者 周小满 图/通讯员 郑可 | REPORTER 周小满, PHOTOGRAPHER 郑可",
                "文、图/周小满 | AUTHOR 周小满, PHOTOGRAPHER 周小满",
                "文 图/周小满 | AUTHOR 周小满, PHOTOGRAPHER 周小满",
                "撰文 周小满 摄影 郑可 | AUTHOR 周小满, PHOTOGRAPHER 郑可",
                "采写:本报记者 周小满 | REPORTER 周小满",
                "采访者:记者 周小满 | REPORTER 周小满",
                "报道:周小满 摄影:郑可 | REPORTER 周小满, PHOTOGRAPHER 郑可",
                "策划 王大海 统筹 李小河 采写 周小满 摄影 郑可 | REPORTER 周小满, PHOTOGRAPHER 郑可",
                "本报记者 周小满/文 郑可/图 | REPORTER 周小满, PHOTOGRAPHER 郑可",
                "作者:周小满 | AUTHOR 周小满",
                "口述:周小满 整理:本报记者 郑可 | AUTHOR 周小满, REPORTER 郑可",
                "读者 周小满 | AUTHOR 周小满",
                "本报评论员 周小满 | AUTHOR 周小满",
                "记者周小满通讯员郑可 | REPORTER 周小满, CORRESPONDENT 郑可",
                "本报记者 周小满郑一诺 | REPORTER 周小满, REPORTER 郑一诺",
                "本报记者 周 小 满 | REPORTER 周小满",
                "本报记者 阿不都·热西提 | REPORTER 阿不都·热西提",
                "本报记者 买买提 · 艾力 | REPORTER 买买提·艾力",
                "本报记者 欧阳 明月 | REPORTER 欧阳明月",
                "本报记者 扎西卓玛 | REPORTER 扎西卓玛",
                "记者周小满3月8日摄 | PHOTOGRAPHER 周小满",
                "图/周小满 | PHOTOGRAPHER 周小满",
                "图片由周小满提供 | PHOTOGRAPHER 周小满",
            })
    void a_line_credits(String text, String expected) {
        assertThat(show(finder.line(text))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "本报评论员",
                "记者手记",
                "记者调查",
                "记者连线",
                "记者帮你问",
                "读者来信",
                "市民中心开放",
                "免费发放市民",
                "现场采访",
                "人间·口述",
                "摄影展开幕",
                "图书馆夜间开放",
                "受访者:市民政局处长 欧阳靖",
                "责任编辑 周小满 校对 郑可",
                "资料图片",
                "受访者供图",
                "读者提供图片",
                "记者 现场采访",
                "本报记者 独家采写",
                "本报记者 独立采写",
                "本报记者 现场摄影报道",
                "本报记者 航拍摄影报道",
                "本报记者 马拉松摄影报道",
                "本报通讯员 无人机拍摄",
                "本报记者 通讯员 联合摄影报道",
                "本报记者 周小满 免费提供",
                "本报记者 周小满 一同为你摄影报道",
                "嘎玛次仁摄影报道"
            })
    void other_lines_credit_nobody(String text) {
        assertThat(finder.line(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "大家高兴。(周小满) | AUTHOR 周小满",
                "大家高兴。 (周 小 满) | AUTHOR 周小满",
                "大家高兴。(周) | AUTHOR 周",
                "大家高兴。(周小满 郑可 文/图) | AUTHOR 周小满, PHOTOGRAPHER 周小满, AUTHOR 郑可, PHOTOGRAPHER 郑可",
                "大家高兴。(周小满文 郑可图) | AUTHOR 周小满, PHOTOGRAPHER 郑可",
                "大家高兴。(周小满 图/郑可) | PHOTOGRAPHER 郑可, AUTHOR 周小满",
                "大家高兴。(周小满 摄影报道) | AUTHOR 周小满, PHOTOGRAPHER 周小满",
                "大家高兴。(周小满 供稿) | AUTHOR 周小满",
                "大家高兴。(周小满 整理) | AUTHOR 周小满",
                "大家高兴。(记者 周小满)。 | REPORTER 周小满",
                "大家高兴。(记者 周小满 通讯员 郑可)■ | REPORTER 周小满, CORRESPONDENT 郑可",
                "大家高兴。【记者 周小满】 | REPORTER 周小满",
                "大家高兴。記者周小滿 | REPORTER 周小滿",
                "大家高兴。 本报记者 周小满 文/图 | REPORTER 周小满",
                "大家高兴。□周小满 | AUTHOR 周小满",
                "大家高兴。(县融媒体中心 周小满) | AUTHOR 周小满",
                "大家高兴。(青川县水利局) | SOURCE 青川县水利局",
                "大家高兴。 农机修造厂供稿 | SOURCE 农机修造厂",
                "大家高兴。(新华社) | SOURCE 新华社",
                "大家高兴。(据新华社电) | SOURCE 新华社",
                "大家高兴。(据《青川日报》3月8日报道) | SOURCE 青川日报",
                "大家高兴。(据央视新闻、新华社) | SOURCE 央视新闻, SOURCE 新华社",
                "大家高兴。(来源:青川发布) | SOURCE 青川发布",
                "(据新华社青川3月8日电 记者周小满、郑可) | REPORTER 周小满, REPORTER 郑可",
                "(本报记者 周小满 通讯员 郑可) | REPORTER 周小满, CORRESPONDENT 郑可",
                "大家高兴。(周小满,退休护士) | AUTHOR 周小满",
                "︵周小滿/身心障礙者、接案設計師︶ | AUTHOR 周小滿",
                "︵作者周小满,青川县居民,退休护理师︶ | AUTHOR 周小满",
            })
    void a_text_is_signed(String text, String expected) {
        assertThat(show(finder.closingBracket(text))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "大家高兴。(未完待续)",
                "大家高兴。(文中人物均为化名)",
                "大家高兴。(下转A03版)",
                "大家高兴。(作者系市委党校教师)",
                "大家高兴。(作者单位:区委办公室)",
                "大家高兴。(资料图片)",
                "大家高兴。(外二首)",
                "大家高兴。(编辑 周小满)",
                "大家高兴。(高岗区 陆先生)",
                "大家高兴。(影像中国)",
                "大家高兴。(完)",
                "大家高兴。(李某,化名)",
                "大家高兴。(高温)",
                "大家高兴。(高温,注意避暑)",
                "局长王大海(周小满,退休护士)",
                "【延伸阅读】",
                "(小说)",
                "电梯(如图)",
                "参加座谈的有王大海(左一)",
                "局长周小满(左)",
                "他说:“记者来了。”"
            })
    void other_ends_sign_nothing(String text) {
        assertThat(finder.closingBracket(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "果农在采摘苹果。新华社记者 周小满摄 | PHOTOGRAPHER 周小满",
                "果农在采摘苹果。 周小满 摄(影像中国) | PHOTOGRAPHER 周小满",
                "果农在采摘苹果。周小满摄 新华社发 | PHOTOGRAPHER 周小满",
                "果农在采摘苹果。新华社发(周小满 摄) | PHOTOGRAPHER 周小满",
                "果农在采摘苹果。(周小满 摄) | PHOTOGRAPHER 周小满",
                "果农在采摘苹果。(周小滿攝) | PHOTOGRAPHER 周小滿",
                "果農在採摘蘋果。 記者周小滿/攝影 | PHOTOGRAPHER 周小滿",
                "果农在采摘苹果。本报记者 周小满 通讯员 郑可 摄 | PHOTOGRAPHER 周小满, PHOTOGRAPHER 郑可",
                "果农在采摘苹果。 周小满 摄影报道 | PHOTOGRAPHER 周小满",
                "果农在采摘苹果。 图/周小满 | PHOTOGRAPHER 周小满",
                "果农在采摘苹果。 摄影:周小满 | PHOTOGRAPHER 周小满",
                "果农在采摘苹果。 通讯员 周小满 供图 | PHOTOGRAPHER 周小满",
                "果农在采摘苹果。 尹 川摄 | PHOTOGRAPHER 尹川",
                "图①:果农在采摘苹果。周小满摄 图②:大棚里。郑可摄 | PHOTOGRAPHER 周小满, PHOTOGRAPHER 郑可",
            })
    void a_caption_names_its_photographers(String text, String expected) {
        assertThat(show(Optional.of(finder.photographers(text)))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "果农在采摘苹果。资料图片",
                "果农在采摘苹果。(学校提供图片)",
                "果农在采摘苹果。 受访者供图",
                "市民在观看摄影展。",
                "他学会了拍摄",
                "果农在采摘苹果。 本报记者 现场摄影报道",
                "果农在采摘苹果。 本报通讯员 无人机拍摄"
            })
    void other_captions_name_nobody(String text) {
        assertThat(show(Optional.of(finder.photographers(text)))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"候车室", "毕业季", "时春光)", "楼顶晒谷惹意见", "白云深处", "高新区", "本报", "杨柳青青 江水平"})
    void short_lines_that_are_no_names_stay_so(String text) {
        assertThat(finder.names(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"记者 现场采访", "本报记者 实地采访", "通讯员 联合报道"})
    void words_that_stand_where_names_do_sign_nothing(String text) {
        assertThat(show(finder.signature(text))).isEmpty();
    }

    private static String show(Optional<CreditParser.Credit> credit) {
        List<String> shown = new ArrayList<>();
        credit.ifPresent(c -> {
            c.bylines().forEach(b -> shown.add(b.role() + " " + b.name()));
            c.bare().forEach(name -> shown.add("AUTHOR " + name));
            if (shown.isEmpty()) {
                c.bodies().forEach(name -> shown.add("SOURCE " + name));
            }
        });
        return shown.stream().collect(Collectors.joining(", "));
    }
}
