package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConservationTest {
    private static Block block(String text, Run... runs) {
        return new Block(Role.FURNITURE, text, List.of(1), List.of(runs));
    }

    private static void check(String page, Block... blocks) {
        Conservation.check(page, List.of(), List.of(blocks));
    }

    @Test
    void a_page_whose_characters_each_stand_in_one_block_passes() {
        assertThatNoException().isThrownBy(() -> check(" 甲乙 丙", block("甲乙 丙", new Run(0, 1, 2), new Run(3, 4, 1))));
    }

    @Test
    void a_character_in_no_block_is_a_breach() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check("甲乙", block("甲", new Run(0, 0, 1))))
                .withMessageContaining("no block");
    }

    @Test
    void a_character_in_two_blocks_is_a_breach() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check("甲", block("甲", new Run(0, 0, 1)), block("甲", new Run(0, 0, 1))))
                .withMessageContaining("two blocks");
    }

    @Test
    void text_that_is_not_the_pages_is_a_breach() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check("甲", block("乙", new Run(0, 0, 1))))
                .withMessageContaining("not the page's");
    }

    @Test
    void text_without_a_run_is_a_breach() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check("甲", block("甲乙", new Run(0, 0, 1))))
                .withMessageContaining("not from the page");
    }

    @Test
    void characters_out_of_order_are_a_breach() {
        assertThatIllegalStateException()
                .isThrownBy(() -> check("甲乙", block("乙甲", new Run(0, 1, 1), new Run(1, 0, 1))));
    }
}
