package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which of several texts is given out, when each may be what is meant. */
class LikelyTextTest {
    private final LikelyText texts = new LikelyText();

    @Test
    @DisplayName("a text that two others mostly agree with is taken before one that is a little more probable alone")
    void agreement() {
        texts.add("占地", 100, 1);
        texts.add("新建厂房面积", 80, 2);
        texts.add("厂房面积", 70, 3);
        texts.add("建厂房面积", 60, 4);

        assertThat(texts.best()).isEqualTo(4);
    }

    @Test
    @DisplayName("the same words proposed twice count together")
    void sameWords() {
        texts.add("岗位", 100, 1);
        texts.add("招聘会", 90, 2);
        texts.add("招聘会", 80, 3);

        assertThat(texts.best()).isEqualTo(2);
    }

    @Test
    @DisplayName("where nothing is alike the most probable one stays, whatever the order; nothing is a text of its own")
    void mostProbable() {
        texts.add(null, 250, 1);
        texts.add("青禾镇", 300, 2);
        texts.add("松岭集团", 299, 3);

        assertThat(texts.best()).isEqualTo(2);
    }

    @Test
    @DisplayName("without any text there is none to take, and what was added before is forgotten")
    void none() {
        texts.add("岗位", 100, 1);
        texts.clear();

        assertThat(texts.best()).isEqualTo(-1);
    }

    @Test
    @DisplayName("what is hopeless beside the first, or would be one too many, is not wanted")
    void wants() {
        texts.add("岗位", 1000, 0);
        assertThat(texts.wants(540)).isFalse();
        assertThat(texts.wants(541)).isTrue();
        for (int i = 1; i < 20; i++) {
            texts.add("岗位" + i, 1000 - i, i);
        }
        assertThat(texts.wants(980)).isFalse();
        assertThat(texts.wants(1001)).isTrue();
    }

    @Test
    @DisplayName(
            "likeness is the share of common characters as the labels' scorer counts it, each as often as both have it")
    void likeness() {
        assertThat(LikelyText.likeness("签约项目", "项目")).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(LikelyText.likeness("天天向上", "天下向上")).isCloseTo(0.75, within(1e-9));
        assertThat(LikelyText.likeness("新签约重点项目", "项目")).isZero();
        assertThat(LikelyText.likeness(null, null)).isEqualTo(1);
        assertThat(LikelyText.likeness(null, "项目")).isZero();
    }
}
