package dev.broadsheet.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeamsTest {
    private final Seams seams = Seams.create();

    @ParameterizedTest
    @CsvSource({"力争年内完,成改造任务", "城北农机装备产业园建,设进展顺利", "全市经济运行总体平,稳向好", "居民的幸福,感表现在"})
    void a_torn_word_is_likelier_whole(String left, String right) {
        assertThat(seams.gain(left, right)).isGreaterThan(5);
    }

    @ParameterizedTest
    @CsvSource({"群众连声说感谢,昨日上午市里召开会议", "任务完成,记者走进村庄", "大家都很高兴,近年来该县"})
    void two_sentences_are_not_one_word(String left, String right) {
        assertThat(seams.gain(left, right)).isLessThan(5);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"|成改造", "力争年内完|", "投资3|亿元", "说:|成改造", "abc|def"},
            delimiter = '|')
    void nothing_is_said_where_no_chinese_character_stands_on_both_sides(String left, String right) {
        assertThat(seams.gain(left == null ? "" : left, right == null ? "" : right))
                .isZero();
    }

    @Test
    void what_is_in_no_dictionary_is_no_evidence_either_way() {
        assertThat(seams.gain("㐀㐁", "㐂㐃")).isZero();
        assertThat(seams.gain("\ud83d", "\ude00")).isZero();
        assertThat(seams.gain("龘龘龘龘龘", "龘龘龘龘龘")).isFinite();
    }

    @Test
    void a_text_ends_in_a_word_or_inside_one() {
        assertThat(seams.endsInWord("毕业生的就业")).isTrue();
        assertThat(seams.endsInWord("第二场爱心助")).isFalse();
        assertThat(seams.endsInWord("业")).isFalse();
        assertThat(seams.endsInWord("")).isFalse();
    }
}
