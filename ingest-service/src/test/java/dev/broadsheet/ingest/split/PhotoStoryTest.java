package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which items are a photo told in a few paragraphs. */
class PhotoStoryTest {
    private static final String TEXT = "守塔人每天傍晚爬上一百零八级台阶。";

    private static Placed row(String text, State state, Trait... traits) {
        return new Placed(TestRows.of(text).get(0), state, TestRows.traits(traits));
    }

    /** Whether an item of these rows, with a headline above and a signed paragraph below, is made a photo. */
    private static boolean isRetold(Placed... rows) {
        Item item = item(rows);
        item.add(row("“灯亮着就好。”林阿海说。 郑树声 摄", State.N_BODY, Trait.PHOTO_SIGNED), 1);
        return isRetold(item);
    }

    private static Item item(Placed... rows) {
        Item item = new Item(1);
        item.add(row("守灯塔的人", State.TITLE), 1);
        for (Placed row : rows) {
            item.add(row, 1);
        }
        return item;
    }

    private static boolean isRetold(Item item) {
        PhotoStory.retell(List.of(item));
        return !item.has(Role.BODY) && item.has(Role.CAPTION);
    }

    @Test
    void an_item_that_only_a_photographer_signs_is_one() {
        assertThat(isRetold(row(TEXT, State.N_LEAD))).isTrue();
        assertThat(isRetold(item(
                        row(TEXT, State.N_LEAD), row("郑树声 摄", State.N_SIGNATURE, Trait.CREDIT, Trait.PHOTO_CREDIT))))
                .isTrue();
        assertThat(isRetold(item(row(TEXT, State.N_LEAD)))).isFalse();
    }

    @Test
    void one_that_somebody_wrote_is_none() {
        assertThat(isRetold(row("(何一帆)", State.BYLINE, Trait.BRACKETED), row(TEXT, State.N_LEAD)))
                .isFalse();
        assertThat(isRetold(row("何一帆", State.BYLINE, Trait.NAMES), row(TEXT, State.N_LEAD)))
                .isFalse();
        assertThat(isRetold(row("记者 何一帆", State.SUBTITLE, Trait.CREDIT), row(TEXT, State.N_LEAD)))
                .isFalse();
        assertThat(isRetold(row(TEXT + "(何一帆)", State.N_LEAD, Trait.SIGNED))).isFalse();
    }

    @Test
    void neither_is_dated_news_nor_a_feature_nor_a_torn_text() {
        assertThat(isRetold(row("本报讯 " + TEXT, State.D_LEAD, Trait.DATELINE))).isFalse();
        assertThat(isRetold(row(TEXT, State.N_LEAD), row("岛上没有淡水", State.SUBHEAD)))
                .isFalse();
        assertThat(isRetold(row("守塔人每天傍晚爬上", State.N_LEAD), row("一百零八级台阶。", State.N_MORE)))
                .isFalse();
    }

    @Test
    void nor_a_long_one() {
        Placed row = row(TEXT, State.N_BODY);
        assertThat(isRetold(row, row, row)).isTrue();
        assertThat(isRetold(row, row, row, row)).isFalse();
        assertThat(isRetold(row("塔".repeat(281), State.N_LEAD))).isTrue();
        assertThat(isRetold(row("塔".repeat(282), State.N_LEAD))).isFalse();
    }
}
