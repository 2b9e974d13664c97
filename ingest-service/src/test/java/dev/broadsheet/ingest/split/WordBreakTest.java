package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Seams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows that stop inside a word whose rest is missing from the page. */
class WordBreakTest {
    private static final String WITNESS = "爱心助销会昨日开幕。";
    private static final String TORN = "这是今年举行的第二场爱心助";
    private static final String NEXT = "石桥县青禾镇现有果园八千亩。";
    private final Seams seams = Seams.create();

    private boolean isBroken(String witness, String torn, String next) {
        return new WordBreak(TestRows.of(witness, torn, next), seams).isAfter(1);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {NEXT, "石橋縣現有果園八千畝。", "青禾乡果农不愁卖。", "大理市果农不愁卖。"})
    void the_name_of_a_place_goes_on_no_word(String next) {
        assertThat(isBroken(WITNESS, TORN, next)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "果农们不愁卖。",
                ",全市果农参加。",
                "3个县的果农参加。",
                "”全县果农参加。",
                "(全镇果农参加。",
                "青(县)果农参加。",
                "全青县果农参加。",
                "一座小城市里的果农参加。",
                "各乡镇都来参加。",
                "邻近大县的果农参加。",
                "邻近小镇的果农参加。",
                "果农和全家都到镇上参加。"
            })
    void other_words_may_go_on(String next) {
        assertThat(isBroken(WITNESS, TORN, next)).isFalse();
    }

    @Test
    void a_word_of_the_dictionary_is_whole() {
        assertThat(isBroken("农产品展昨日开幕。", "这里摆满了农产品", NEXT)).isFalse();
    }

    @Test
    void a_row_that_stops_behind_other_signs_breaks_no_word() {
        assertThat(isBroken("第2场5销会昨日开幕。", "这是今年举行的第2场5", NEXT)).isFalse();
    }

    @Test
    void the_page_has_to_have_the_word_whole() {
        assertThat(isBroken("展销会昨日开幕。", TORN, NEXT)).isFalse();
        assertThat(isBroken("爱心助,昨日开幕。", TORN, NEXT)).isFalse();
    }

    @Test
    void the_page_has_to_go_on_with_one_character_everywhere() {
        assertThat(isBroken(WITNESS + "爱心助学金昨日发放。", TORN, NEXT)).isFalse();
    }

    @Test
    void a_next_row_that_goes_on_like_the_page_is_the_rest() {
        assertThat(isBroken(WITNESS, TORN, "销河县现有果园八千亩。")).isFalse();
    }
}
