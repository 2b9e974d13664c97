package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines, hard-wrapped dumps, datelines and running heads. */
class ReadingTest {
    @Test
    void lines_end_at_lf_crlf_and_cr_and_nowhere_else() {
        List<Line> lines = PageReader.read("甲\n乙\r\n丙\r丁\f戊\u2028己");
        assertThat(lines).extracting(Line::text).containsExactly("甲", "乙", "丙", "丁\f戊\u2028己");
        assertThat(lines).extracting(Line::offset).containsExactly(0, 2, 5, 7);
        assertThat(lines).extracting(Line::number).containsExactly(1, 2, 3, 4);
    }

    @Test
    void blanks_at_printed_line_ends_go_and_real_ones_stay() {
        String wrapped = "本报讯(记者 王小明 通讯员 李一 凡)昨天上午,县里在广场举行了活 动,来自各乡镇的三百多名群众参加 了活动,大家一起唱歌,跳舞,十分热 闹。";
        List<Row> rows = Unwrapper.rows(PageReader.read(wrapped + "\n" + wrapped));
        assertThat(rows.get(0).text())
                .isEqualTo("本报讯(记者 王小明 通讯员 李一凡)昨天上午,县里在广场举行了活动,来自各乡镇的三百多名群众参加了活动,大家一起唱歌,跳舞,十分热闹。");
        assertThat(rows.get(0).runs()).hasSize(5);
    }

    @Test
    void blanks_of_a_page_that_is_not_wrapped_stay() {
        String line = "会议强调,要把各项工作抓实抓细,确保年度目标任务圆满完成,为全县发展打下坚实的基础 让群众满意。";
        assertThat(Unwrapper.rows(PageReader.read(line + "\n" + line)).get(0).text())
                .isEqualTo(line);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"本报讯(记者 王五)昨天, 3", "本报讯 昨天, 3", "本报青河3月5日电(记者 王五)昨天, 9", "据新华社电 昨天, 5", "晚报讯 昨天, 3", "青河日报讯(记者 王五)昨天, 5"
    })
    void a_dateline_ends_behind_its_mark(String text, int end) {
        assertThat(new Datelines().end(text)).isEqualTo(end);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"本报记者走访了", "通讯员培训", "电力公司昨天", "本报讯息万变", "供电所昨日", "据了解,昨天", "国网供电(青河)公司"})
    void other_openings_are_no_dateline(String text) {
        assertThat(new Datelines().end(text)).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2020年2月29日, 2020-02-29", "今天是2021年12月1日 星期三, 2021-12-01"})
    void a_date_of_the_calendar_is_read(String text, String date) {
        assertThat(PrintedDate.read(text)).isEqualTo(date);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"2021年2月29日", "年月日", "2021年13月1日", "21年1月1日", "2021年1月", "99999999999年1月1日"})
    void what_is_no_date_of_the_calendar_is_not_read(String text) {
        assertThat(PrintedDate.read(text)).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"第13版, 13", "A05版, A05", "A05, A05", "星期四 B3版 要闻, B3"})
    void a_page_number_is_read(String text, String page) {
        assertThat(PageNumber.read(text)).isEqualTo(page);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"出版发行", "2020", "今日4版", "版"})
    void what_is_no_page_number_is_not_read(String text) {
        assertThat(PageNumber.read(text)).isNull();
    }
}
