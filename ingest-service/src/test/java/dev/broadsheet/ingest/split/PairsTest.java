package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Seams;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words and figures torn between two rows. */
class PairsTest {
    private static boolean seam(String before, String after) {
        List<Row> rows = TestRows.of(before, after);
        return Pairs.of(rows).seam(rows.get(0), rows.get(1));
    }

    @ParameterizedTest(name = "{0}|{1}")
    @CsvSource({"今年投入3, 万元", "今年投入3, 萬元", "今年投入3, 億元", "今年投入3, 0万元", "今年增长3, %", "企业补贴800, 元", "入驻企业27, 家"})
    void a_figure_goes_on_with_what_it_counts(String before, String after) {
        assertThat(seam(before, after)).isTrue();
    }

    @ParameterizedTest(name = "{0}|{1}")
    @CsvSource({"今年投入3, 立即开工", "今年投入3, 公开招标", "今年投入3, 平安到家"})
    void a_figure_does_not_go_on_with_a_word(String before, String after) {
        assertThat(seam(before, after)).isFalse();
    }

    @ParameterizedTest(name = "{0}|{1}")
    @CsvSource(
            delimiter = '|',
            value = {"女排赢了,比分3:1|家住青川的老张天天看球。", "中国女排,三比零胜日本,全国决赛定在2027|人民体育馆昨日动工。"})
    void a_figure_that_ends_a_headline_goes_on_with_nothing(String before, String after) {
        List<Row> rows = TestRows.of(before, after);
        assertThat(Pairs.of(rows).farSeam(rows.get(0), rows.get(1))).isFalse();
    }

    @Test
    void a_quotation_open_at_the_end_of_a_long_row_is_seen() {
        SeamScore score = new SeamScore(Seams.create(), Pairs.ofFewRows());
        String open = "老张说:“我们一起";
        Row rest = TestRows.of("走到了村口。”").get(0);
        assertThat(score.of(TestRows.of("村".repeat(4_500) + open).get(0), rest))
                .isEqualTo(score.of(TestRows.of(open).get(0), rest));
    }
}
