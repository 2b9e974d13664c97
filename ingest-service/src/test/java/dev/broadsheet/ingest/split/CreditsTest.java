package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {
    private final CreditParser parser = new CreditParser();
    private final CreditFinder finder = new CreditFinder(parser);

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "(记者 周小满 通讯员 何一帆)昨日 | REPORTER 周小满, CORRESPONDENT 何一帆",
                "(记者周小满、何一帆)昨日 | REPORTER 周小满, REPORTER 何一帆",
                "(记者 周小满 文/图)昨日 | REPORTER 周小满",
                "(全媒体记者 欧阳明月)昨日 | REPORTER 欧阳明月",
                "(记者 阿不都·热西提)昨日 | REPORTER 阿不都·热西提",
                "(通讯员 周小满何一帆)昨日 | CORRESPONDENT 周小满, CORRESPONDENT 何一帆",
                "(通讯员 周满何一帆)昨日 | CORRESPONDENT 周满, CORRESPONDENT 何一帆"
            })
    void the_bracket_of_a_dateline_credits(String text, String expected) {
        assertThat(show(finder.front(text, 0))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "本报讯 记者周小满 通讯员何一帆 昨日举行 | REPORTER 周小满, CORRESPONDENT 何一帆",
                "本报讯 记者 周小满、何一帆 昨日举行 | REPORTER 周小满, REPORTER 何一帆",
                "【本报讯】(记者 周小满)昨日举行 | REPORTER 周小满"
            })
    void a_dateline_may_credit_without_brackets(String text, String expected) {
        assertThat(show(finder.front(text, new Datelines().end(text)))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"本报讯 记者昨日从有关部门获悉", "本报讯 记者 走访发现 街上", "本报讯 高温天气 持续"})
    void a_lead_that_speaks_of_reporters_credits_nobody(String text) {
        assertThat(finder.front(text, 3)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"(如图)昨日", "(以下简称《条例》)昨日", "昨日(记者 周小满)", "(二期)项目", "("})
    void a_bracket_without_a_credit_word_in_front_credits_nobody(String text) {
        assertThat(finder.front(text, 0)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "本报记者 周小满 | REPORTER 周小满",
                "记者 周小满 文/图 | REPORTER 周小满",
                "周小满/文 何一帆/图 | AUTHOR 周小满, PHOTOGRAPHER 何一帆",
                "周小满 文/图 | AUTHOR 周小满, PHOTOGRAPHER 周小满",
                "□本报记者 周小满 通讯员 何一帆 | REPORTER 周小满, CORRESPONDENT 何一帆",
                "本报记者 周小满 何一帆 报道 | REPORTER 周小满, REPORTER 何一帆",
                "周小满 摄 | PHOTOGRAPHER 周小满",
                "本报记者 周小满 摄 | PHOTOGRAPHER 周小满",
                "周 满 何一帆 摄影报道 | PHOTOGRAPHER 周满, PHOTOGRAPHER 何一帆"
            })
    void a_line_of_nothing_but_credits_credits(String text, String expected) {
        assertThat(show(finder.line(text))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"记者走基层看变化", "记者 3名获奖", "图书馆开放", "文化下乡", "摄影展开幕迎来观众", "通讯员培训班昨日开班授课"})
    void a_headline_with_a_word_of_credits_is_no_credit(String text) {
        assertThat(finder.line(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"梨花开了", "惠民镇", "高山流水", "周口市:", "马不停蹄抓生产", "一二三"})
    void a_short_headline_is_no_name(String text) {
        assertThat(finder.names(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {"青川县读者 周小满 | 周小满", "青川市实验小学校长 何 帆 | 何帆", "石桥镇沿河路 周小满 | 周小满", "□ 古丽娜尔·艾力 | 古丽娜尔·艾力"})
    void an_author_may_be_told_who_that_is(String text, String expected) {
        assertThat(finder.names(text).orElseThrow().bare()).containsExactly(expected);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "惠民小区 高温不停水",
                "石桥镇 机械化",
                "古丽·艾力",
                "山里来了 周小满",
                "亲爱的读者 和你",
                "亲爱的读者 周小满",
                "县医院 安宁",
                "省水利厅 鲁班",
                "江城大学 艾滋",
                "■ 乡村·观察",
                "● 视点·民生",
                "◆ 文化·副刊",
                "▶ 江城·夜市",
                "■ 石桥·发布",
                "■ 新农村·观察"
            })
    void two_words_are_no_author(String text) {
        assertThat(finder.names(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "大家都很高兴。(记者 周小满) | REPORTER 周小满",
                "大家都很高兴。(通讯员 周小满 何一帆) | CORRESPONDENT 周小满, CORRESPONDENT 何一帆",
                "大家都很高兴。(周小满文/图) | AUTHOR 周小满, PHOTOGRAPHER 周小满"
            })
    void a_bracket_at_the_end_credits(String text, String expected) {
        assertThat(show(finder.closingBracket(text))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"大家都很高兴(如图)", "大家都很高兴。(如图)", "改造示范县(区)", "一路走来一路看(记者手记)", "大家高兴。(2020年)", "全文完)"})
    void other_brackets_at_the_end_credit_nobody(String text) {
        assertThat(finder.closingBracket(text)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "果农在采摘苹果。周小满 摄 | PHOTOGRAPHER 周小满",
                "果农在采摘苹果。 周小满摄(新华社发) | PHOTOGRAPHER 周小满",
                "果农在采摘苹果。本报记者 周小满 摄 | PHOTOGRAPHER 周小满",
                "果农在县道旁的果园里采摘苹果 周小满 摄 | PHOTOGRAPHER 周小满",
                "果农在采摘苹果。 本报记者 嘎玛次仁摄影报道 | PHOTOGRAPHER 嘎玛次仁"
            })
    void a_caption_ends_in_its_photographer(String text, String expected) {
        assertThat(show(finder.photographer(text))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "孩子们在老街上 高兴拍摄",
                "孩子们在老街上 连续拍摄",
                "孩子们在老街上 合影 摄",
                "游客们走过 文昌塔 摄",
                "他从小喜欢看电影,喜欢写生和拍摄",
                "果农在采摘苹果。",
                "大家一起摄影留念,非常高兴地合了一张影",
                "老街上 几位老人 正在拍摄"
            })
    void a_sentence_about_pictures_has_no_photographer(String text) {
        assertThat(finder.photographer(text)).isEmpty();
    }

    @Test
    void a_list_of_names_vouches_for_a_rare_one() {
        assertThat(show(finder.closingBracket("(据新华社江城10月9日电 记者周小满、何一帆、囧晓雨)")))
                .isEqualTo("REPORTER 周小满, REPORTER 何一帆, REPORTER 囧晓雨");
        assertThat(show(finder.closingBracket("大家高兴。(周小满 何一帆 囧晓雨 文/图 3)"))).contains("AUTHOR 囧晓雨");
        assertThat(show(finder.closingBracket("大家高兴。(记者周小满、何一帆、现场采访)"))).isEqualTo("REPORTER 周小满, REPORTER 何一帆");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "(据新华社江城10月9日电 记者囧晓雨)",
                "(据新华社江城10月9日电 记者周小满、囧晓雨)",
                "(据新华社江城10月9日电 记者周小满、何一帆、郑树声、田小禾、囧晓雨、囧小禾)",
                "(据新华社江城10月9日电 记者周小满、何一帆、高兴)",
                "大家高兴。(记者周小满、何一帆、去年,12)"
            })
    void a_list_vouches_for_one_name_and_for_no_word(String text) {
        assertThat(finder.closingBracket(text)).isEmpty();
    }

    private static String show(Optional<CreditParser.Credit> credit) {
        List<Byline> bylines = credit.map(CreditParser.Credit::bylines).orElse(List.of());
        return bylines.stream().map(b -> b.role() + " " + b.name()).collect(Collectors.joining(", "));
    }
}
