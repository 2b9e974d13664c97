package dev.broadsheet.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnsTest {
    @ParameterizedTest
    @CsvSource({"a,1", "早a,3", "，。,4", "Ａ,2", "“,1", "𠮷,2", "e\u0301,1", "'',0"})
    void east_asian_characters_are_two_columns_wide_and_marks_none(String text, int columns) {
        assertThat(Columns.of(text)).isEqualTo(columns);
    }

    @Test
    void a_text_that_fits_is_left_whole() {
        assertThat(Columns.cut("早报六版", 8)).isEqualTo("早报六版");
    }

    @Test
    void a_longer_text_keeps_its_beginning_and_its_end() {
        assertThat(Columns.cut("河口县今年新建三座粮仓并投入使用。", 20)).isEqualTo("河口县今年新建…用。");
        assertThat(Columns.of(Columns.cut("河口县今年新建三座粮仓并投入使用。", 21))).isLessThanOrEqualTo(21);
    }

    @Test
    void a_character_outside_the_basic_plane_is_never_cut_in_two() {
        String cut = Columns.cut("𠮷".repeat(20), 11);

        assertThat(cut).isEqualTo("𠮷𠮷𠮷𠮷…𠮷");
    }

    @Test
    void what_would_steer_the_terminal_is_shown_as_a_picture() {
        assertThat(Columns.visible("甲\u001B[31m乙\t丙\u009B\u202E丁")).isEqualTo("甲␛[31m乙␉丙\uFFFD\uFFFD丁");
    }
}
