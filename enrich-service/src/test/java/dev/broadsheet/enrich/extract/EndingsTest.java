package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EndingsTest {
    private static final String TEXT = "青河县医院改造工程二期";

    private static int length(EntityType type, String end) {
        return Endings.length(NameWords.ENDINGS.at(TEXT, TEXT.indexOf(end) + end.length(), 0), type.index());
    }

    private static boolean isName(String end) {
        return NameWords.ENDINGS.isName(TEXT, TEXT.indexOf(end) + end.length(), 0);
    }

    @Test
    @DisplayName("of each kind the longest ending counts")
    void longest() {
        assertThat(length(EntityType.PROJECT, "工程")).isEqualTo("改造工程".length());
        assertThat(length(EntityType.PROJECT, "二期")).isEqualTo(2);
        assertThat(isName("医院")).isTrue();
    }

    @Test
    @DisplayName("where no name ends there is no ending, nor may one start before the floor")
    void none() {
        assertThat(isName("青")).isFalse();
        int end = TEXT.indexOf("医院") + 2;
        assertThat(Endings.length(NameWords.ENDINGS.at(TEXT, end, end - 2), EntityType.ORGANIZATION.index()))
                .isEqualTo(2);
        assertThat(NameWords.ENDINGS.at(TEXT, 0, 0)).isZero();
    }

    @Test
    @DisplayName("how no name ends is a kind as well")
    void nothing() {
        assertThat(Endings.length(NameWords.ENDINGS.at("湖南东部", 4, 0), Endings.NOTHING))
                .isEqualTo(2);
        assertThat(NameWords.ENDINGS.isName("湖南居民", 4, 0)).isFalse();
    }
}
