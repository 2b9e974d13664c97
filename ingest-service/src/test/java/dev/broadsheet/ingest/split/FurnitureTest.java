package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands on a page and belongs to no article, what only looks like it, and what running heads tell. */
class FurnitureTest {
    private static final int TOP = 1;
    private static final int MIDDLE = 30;
    private final FurnitureFinder finder = new FurnitureFinder();
    private final HeadReader heads = new HeadReader(finder);

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "2024年3月8日 星期五 责编 周小满 版式 郑可 A03 民生",
                "青川晚报 2024.3.8 A03",
                "2019.11.14 星期四",
                "星期三",
                "第4版",
                "05版",
                "12版·体育纵横 2023年5月22日 星期一 编辑:周小满",
                "中華民國113年5月20日 星期一 東埔日報",
                "維港早報 二○二四年五月二十一日 星期二 甲辰年四月十四",
                "新闻热线:0988-6600123",
                "读者热线:0988-6600123 本版编辑 周小满",
                "热线 0988-6600123",
                "【编辑:周小满】【组版:郑可】",
                "版面统筹 周小满 电话 0988-6600132",
                "责任编辑 周小满 校对 郑可",
                "今日天气 多云转阵雨 偏东风3到4级 21℃~28℃",
                "今日导读",
                "●一条古街的十二时辰 A07版",
                "▶副刊:外婆的桂花糕 ……4版",
                "节日出行提示:七个路段易堵,怎么走? A04版",
                "(下转第四版)",
                "上接A01版",
                "本报社址:青川市文化路26号 邮编:100000 零售每份1元",
                "■■■",
                "————"
            })
    void outside_articles_anywhere_on_the_page(String text) {
        assertThat(finder.isFurniture(row(text, MIDDLE))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "06",
                "青川日报 区县新闻",
                "乡村周刊·观察",
                "白石电力报 周末·光明行 7",
                "青川日报 第612期",
                "青川日报 县区风采 05",
                "2 综合新闻",
                "2要闻",
                "04 副刊",
                "2版 综合新闻",
                "04-05",
                "C03 都市",
                "青川晚报",
                "塬上农民报",
                "2017年3月21日",
                "第612期",
                "QINGCHUAN EVENING NEWS",
                "云水日报 YUNSHUI DAILY"
            })
    void outside_articles_at_the_top(String text) {
        assertThat(finder.isFurniture(row(text, TOP))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "统筹推进春耕备耕",
                "校园里的编辑部",
                "编辑部:",
                "3版权纠纷案宣判",
                "10教育新政落地",
                "2 个月跑一次",
                "05后的夏天",
                "12",
                "%。",
                "…… …… …… ……",
                ")",
                "报道刊出后,热线电话接",
                "联系电话:0593-58771206",
                "市民冯女士拨打本报新闻热线5588110反映路灯不亮",
                "今日天气转凉 注意保暖",
                "扫码看病不用排队",
                "星期天读诗",
                "2023年12月31日经济数据发布",
                "2019年10月8日",
                "2024年3月8日 星期五 晴",
                "AI",
                "C919首飞成功",
                "喜报",
                "(上接第一版)统筹推进,把产业扶贫的功能发挥出来",
                "主办:青川县人民政府",
                "下转移支付资金3亿元"
            })
    void a_line_of_an_article_is_no_furniture(String text) {
        assertThat(finder.isFurniture(row(text, MIDDLE))).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "统筹推进春耕备耕",
                "3版权纠纷案宣判",
                "10教育新政落地",
                "2 个月跑一次",
                "05后的夏天",
                "今日天气转凉",
                "12项民生实事办结",
                "5个“早” 防住一场雨",
                "孩子办起校报 天天抢着读",
                "三万份晚报 送到田间",
                "今日早报,知天下事",
                "教育周刊 孩子 该补课吗?",
                "扶贫周报 村民的账本",
                "扶贫周报 村民的生活",
                "小小快报、大大世界",
                "今日早报,要闻",
                "小小快报、要闻",
                "青川日报 来了! 要闻",
                "青川日报 办好了吗? 要闻",
                "青川日报 有人问:要闻 几版",
                "青川日报 昨日起免费送到田间 要闻",
                "青川日报 记者 郑树声",
                "青川晚报 郑树声 周小满",
                "春耕时节 青川要闻"
            })
    void a_headline_at_the_top_is_no_furniture(String text) {
        assertThat(finder.isFurniture(row(text, TOP))).isFalse();
    }

    @Test
    void a_paper_with_its_page_stands_in_the_first_four_rows() {
        assertThat(finder.isFurniture(row("青川日报 区县新闻", 3))).isTrue();
        assertThat(finder.isFurniture(row("青川日报 区县新闻", 4))).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2024年3月8日, 2024-03-08",
        "2024 年 3 月 8 日, 2024-03-08",
        "2024.3.8, 2024-03-08",
        "2016 . 3 . 22, 2016-03-22",
        "2022-04-23, 2022-04-23",
        "2025/4/17 星期四, 2025-04-17",
        "２０２３年１１月２４日, 2023-11-24",
        "二〇二四年三月八日, 2024-03-08",
        "二○二四年五月二十一日, 2024-05-21",
        "二零二四年十二月卅一日, 2024-12-31",
        "中華民國113年5月20日, 2024-05-20",
        "中華民國一一三年三月七日, 2024-03-07",
        "民国 113年 5月20日, 2024-05-20",
        "第612期 2019年10月15日 (本期四版), 2019-10-15",
        "2021年9月28日 农历辛丑年八月廿二, 2021-09-28"
    })
    void a_date_is_read_however_it_is_printed(String text, LocalDate date) {
        assertThat(PrintedDate.read(new Script().plain(fold(text)))).isEqualTo(date);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"甲辰年正月廿八", "113年5月20日", "2024.13.8", "12024.3.8", "3.8", "2024.3", "0988-6600-123", "二〇二四年"})
    void what_is_no_date_is_not_read(String text) {
        assertThat(PrintedDate.read(text)).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "第三版, 3",
        "第 3 版, 3",
        "Ａ０５版, A05",
        "A14 财经 证券·公司, A14",
        "县域新闻·T6 2022年9月15日 版式 郑可, T6",
        "江门晨报·都市 A08-09, A08"
    })
    void a_page_number_is_read_however_it_is_printed(String text, String page) {
        assertThat(PageNumber.read(new Script().plain(fold(text)))).isEqualTo(page);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            value = {
                "青川晚报 2024.3.8 A03; 青川晚报, 2024-03-08, A03",
                "《青川晚报》 2024年3月8日 星期五 第3版; 青川晚报, 2024-03-08, 3",
                "維港早報 二○二四年五月二十一日 第三版; 維港早報, 2024-05-21, 3",
                "2024年3月8日 星期五 今日16版; -, 2024-03-08, -",
                "06; -, -, 06",
                "▶外婆的桂花糕 ……4版; -, -, -"
            })
    void a_running_head_tells(String text, String told) {
        PageHead head = heads.read(List.of(row(text, TOP)));
        assertThat(show(head.publication()) + ", " + show(head.issueDate()) + ", " + show(head.page()))
                .isEqualTo(told);
    }

    private static String show(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        text.chars().forEach(c -> folded.append(Chars.fold((char) c)));
        return folded.toString();
    }

    private static Row row(String text, int index) {
        String folded = fold(text);
        return new Row(index, List.of(new Line(index + 1, 0, text)), folded, folded, List.of(), 1);
    }
}
