package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which signed texts speak of what the text above speaks of. */
class PhotoTiesTest {
    private static final String LEAD = "本报讯(记者 郑树声 通讯员 马文远 何一帆)天刚亮,邮递员韦大山就把信件装进了帆布包。";
    private static final String PHOTO = "韦大山走在山路上,帆布包里装着当天的信件。 郑树声 摄";

    /** Whether the row at `photo` is tied, when it is the only one that is signed. */
    private static boolean isTied(int photo, Trait above, String... texts) {
        List<Row> rows = TestRows.of(texts);
        long[] traits = new long[texts.length];
        traits[photo - 1] = above.bit();
        traits[photo] = Trait.PHOTO_SIGNED.bit();
        PhotoTies.mark(rows, traits);
        return Trait.RELATED.in(traits[photo]);
    }

    @Test
    void a_caption_with_words_that_the_page_has_above_alone_is_tied() {
        assertThat(isTied(1, Trait.DATELINE, LEAD, PHOTO)).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "首批候鸟飞抵湿地公园。 本报记者 郑树声 通讯员 马文远 何一帆 摄",
                "首批候鸟飞抵湿地公园。 本报记者 郑树声 通讯员 马文远 摄(青川日报社供图)",
                "首批候鸟飞抵湿地公园。 本報記者 郑树声 通訊員 马文远 攝【青川日報社供圖】",
                "首批候鸟飞抵湿地公园。(郑树声 马文远 摄)。",
                "首批候鸟飞抵湿地公园 本报记者 郑树声 通讯员 马文远 何一帆 摄",
                "首批候鸟飞抵湿地公园 郑树声 马文远 摄(青川日报社供图)"
            })
    void the_photographer_is_no_tie(String caption) {
        assertThat(isTied(1, Trait.DATELINE, LEAD, caption)).isFalse();
    }

    @Test
    void a_caption_that_repeats_much_of_the_text_above_is_tied() {
        String scene = "村民们在村口的大树下唱歌跳舞";
        assertThat(isTied(1, Trait.ANY, scene + "。", scene + "。 郑树声 摄", scene + ",十分热闹。"))
                .isTrue();
        assertThat(isTied(1, Trait.ANY, "村民们说好。", scene + "。 郑树声 摄", scene + ",十分热闹。"))
                .isFalse();
    }

    @Test
    void what_stands_above_the_lead_ties_nothing() {
        String body = "邮递员韦大山就把信件装进了帆布包。";
        String other = "本报讯 昨日,县里开了一个会。";
        assertThat(isTied(2, Trait.ANY, body, other, PHOTO)).isTrue();
        assertThat(isTied(2, Trait.DATELINE, body, other, PHOTO)).isFalse();
    }

    @Test
    void on_a_page_of_more_photos_than_a_page_has_none_is_tied() {
        assertThat(tiedAmong(200)).isTrue();
        assertThat(tiedAmong(201)).isFalse();
    }

    private static boolean tiedAmong(int photos) {
        List<String> texts = new ArrayList<>(List.of(LEAD, PHOTO));
        texts.addAll(Collections.nCopies(photos - 1, "候鸟。 郑树声 摄"));
        long[] traits = new long[texts.size()];
        for (int i = 1; i < traits.length; i++) {
            traits[i] = Trait.PHOTO_SIGNED.bit();
        }
        PhotoTies.mark(TestRows.of(texts.toArray(String[]::new)), traits);
        return Trait.RELATED.in(traits[1]);
    }
}
