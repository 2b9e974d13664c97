package dev.broadsheet.chinese;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordSegmentTest {
    private static final List<String> PARTS = List.of(
            "云山县", "人民政府", "的", "和服", "研究生命", "起源", "结合成", "分子", "乒乓球拍", "卖完了", "全年", "完成投资", "同比增长", "万", "亿元", "万人次",
            "3105.6", "12", "%", "5G", "AI", "iPhone", "〇", "二〇二四年", "十几", "3万5千", "第", "，", "。", "“", "》", "—", "□",
            " ", "①", "㈠", "龘", "㐀", "ａｂｃ", "１２", "α", "-", "/", ".", "张", "王小明", "说", "了", "1", "零", "百分之");

    /** As {@link HanLp} configures it. */
    private final Segment original = new ViterbiSegment()
            .enableCustomDictionary(false)
            .enableJapaneseNameRecognize(false)
            .enableNumberQuantifierRecognize(false)
            .enablePartOfSpeechTagging(true)
            .enableNameRecognize(false)
            .enableTranslatedNameRecognize(false)
            .enablePlaceRecognize(false)
            .enableOrganizationRecognize(false)
            .enableOffset(true);

    private final Segment words = HanLp.words();

    @Test
    void cuts_and_tags_as_hanlp_does() {
        assertThat(HanLP.Config.ShowTermNature).isTrue();
        Random random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            String text = text(random);
            assertThat(cut(words, text)).as(text).isEqualTo(cut(original, text));
        }
    }

    /** HanLP copies 350 KB for each. */
    @Test
    void copies_no_table_for_a_text() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        words.seg("云山县");
        long before = threads.getCurrentThreadAllocatedBytes();
        words.seg("云山县");
        assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                .isPositive()
                .isLessThan(50_000);
    }

    @Test
    void words_of_the_dictionary_are_the_same_object_in_every_text() {
        Segmenter segmenter = Segmenter.create();

        assertThat(segmenter.segment("全年增长").get(0).text())
                .isEqualTo("全年")
                .isSameAs(segmenter.segment("，全年完成").get(1).text());
    }

    private static List<String> cut(Segment segment, String text) {
        return segment.seg(text).stream().map(term -> term.offset + " " + term).toList();
    }

    /** Parts that stand in newspapers, and now and then whatever character there is. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int parts = 1 + random.nextInt(25); parts > 0; parts--) {
            if (random.nextInt(8) == 0) {
                text.append((char) (0x4e00 + random.nextInt(0x5200)));
            } else if (random.nextInt(40) == 0) {
                text.append(StandIn.of(String.valueOf((char) (1 + random.nextInt(0xfffe))), 0, 1));
            } else {
                text.append(PARTS.get(random.nextInt(PARTS.size())));
            }
        }
        return text.toString();
    }
}
