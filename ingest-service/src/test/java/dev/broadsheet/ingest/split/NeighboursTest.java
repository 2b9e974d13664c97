package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Seams;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Traits that come of standing beside other rows. */
class NeighboursTest {
    private static final String[] DATED = {"T:老粮站改成图书馆", "T:三万册旧书有了新家", "D:本报讯 昨日开馆。"};
    private static final String[] SIGNED = {"T:菜场里开出理发店", "T:老师傅每月义剪两天", "C:记者 郑树声", "B:昨日开张。"};
    private static final String[] SINGLE = {"T:断桥修好通了车", "D:本报讯 昨日通车。"};
    private static final String[] BARE = {"T:夜校开到工地上", "T:四十名工友学看图", "B:昨日开课。"};
    private final Seams seams = Seams.create();

    /** Whether each row has the trait; a row is marked T as a headline by form, C as a credit, D as dated, B as text. */
    private List<Boolean> has(Trait trait, String... marked) {
        List<Row> rows =
                TestRows.of(Arrays.stream(marked).map(row -> row.substring(2)).toArray(String[]::new));
        long[] traits = Arrays.stream(marked).mapToLong(NeighboursTest::traits).toArray();
        new Neighbours(rows, traits, Pairs.of(rows), seams).add();
        return Arrays.stream(traits).mapToObj(trait::in).toList();
    }

    private static long traits(String marked) {
        return switch (marked.charAt(0)) {
            case 'T' -> TestRows.traits(Trait.HEADISH);
            case 'C' -> TestRows.traits(Trait.CREDIT);
            case 'D' -> TestRows.traits(Trait.DATELINE, Trait.STOP);
            default -> TestRows.traits(Trait.STOP);
        };
    }

    private boolean isTwoRowed(String[]... items) {
        String[] page = Arrays.stream(items).flatMap(Arrays::stream).toArray(String[]::new);
        return has(Trait.TWO_ROWED, page).contains(true);
    }

    @Test
    void a_page_has_headlines_of_two_rows_when_most_above_a_dateline_or_credit_have() {
        assertThat(isTwoRowed(DATED, DATED, SIGNED, SIGNED)).isTrue();
        assertThat(isTwoRowed(DATED, DATED, SIGNED, SINGLE)).isTrue();
        assertThat(isTwoRowed(DATED, SIGNED, SINGLE, SINGLE)).isFalse();
        assertThat(isTwoRowed(DATED, DATED, SIGNED)).isFalse();
        assertThat(isTwoRowed(BARE, BARE, BARE, BARE)).isFalse();
    }

    @Test
    void a_row_below_a_byline_that_speaks_of_a_picture_is_in_a_captions_place() {
        assertThat(has(Trait.ILLUSTRATED, "T:老渡口通了新桥", "C:记者 郑树声 文/图", "T:村民走过新桥"))
                .containsExactly(false, false, true);
        assertThat(has(Trait.ILLUSTRATED, "T:老渡口通了新橋", "C:記者 鄭樹聲 圖/文", "T:村民走過新橋"))
                .containsExactly(false, false, true);
        assertThat(has(Trait.ILLUSTRATED, "T:老渡口通了新桥", "C:记者 郑树声", "T:村民走过新桥")).doesNotContain(true);
        assertThat(has(Trait.ILLUSTRATED, "B:桥通了。", "C:记者 郑树声 文/图", "T:村民走过新桥")).doesNotContain(true);
        assertThat(has(Trait.ILLUSTRATED, "T:老渡口通了新桥", "C:记者 郑树声 文/图", "B:昨日通车。"))
                .doesNotContain(true);
    }

    @Test
    void so_is_one_below_such_a_lead() {
        assertThat(has(Trait.ILLUSTRATED, "T:老渡口通了新桥", "D:本报讯(记者 郑树声 文/图)昨日通车。", "T:村民走过新桥"))
                .containsExactly(false, false, true);
        assertThat(has(Trait.ILLUSTRATED, "T:老渡口通了新桥", "B:郑树声 文/图 昨日通车。", "T:村民走过新桥"))
                .doesNotContain(true);
    }

    @Test
    void so_is_a_third_row_above_such_a_lead() {
        String lead = "D:本报讯(记者 郑树声 文/图)昨日通车。";
        assertThat(has(Trait.ILLUSTRATED, "T:老渡口", "T:通了新桥", "T:村民走过新桥", lead))
                .containsExactly(false, false, true, false);
        assertThat(has(Trait.ILLUSTRATED, "T:老渡口", "T:通了新桥", lead)).doesNotContain(true);
        assertThat(has(Trait.ILLUSTRATED, "T:老渡口", "T:通了新桥", "T:村民走过新桥", "D:本报讯 昨日通车。"))
                .doesNotContain(true);
        assertThat(has(Trait.ILLUSTRATED, "T:老渡口", "T:通了新桥", "T:村民走过新桥", "C:记者 郑树声 文/图"))
                .doesNotContain(true);
        assertThat(has(Trait.ILLUSTRATED, "T:老渡口", "T:通了新桥", "B:村民走过新桥。", lead)).doesNotContain(true);
    }
}
