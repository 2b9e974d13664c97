package dev.broadsheet.cli.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {
    @Test
    void each_sort_of_difference_is_counted_in_words() {
        assertThat(new Tally(90, 2, 2, 0, 1, 2, 1, 3).words())
                .isEqualTo("8 differences: 2 of 90 lines (2 article, 1 join), 2 article fields, 1 article missing,"
                        + " 3 articles too many");
    }

    @Test
    void one_difference_is_not_a_plural() {
        assertThat(new Tally(90, 0, 0, 0, 0, 1, 0, 0).words()).isEqualTo("1 difference: 1 article field");
    }

    @Test
    void a_page_without_differences_tells_what_was_compared() {
        assertThat(new Tally(90, 0, 0, 0, 0, 0, 0, 0).words()).isEqualTo("no difference on 90 labelled lines");
    }

    @Test
    void pages_add_up() {
        assertThat(new Tally(1, 2, 3, 4, 5, 6, 7, 8).plus(new Tally(10, 20, 30, 40, 50, 60, 70, 80)))
                .isEqualTo(new Tally(11, 22, 33, 44, 55, 66, 77, 88));
    }
}
