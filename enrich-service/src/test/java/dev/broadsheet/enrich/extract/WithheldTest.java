package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WithheldTest {
    private static LabelledArticle article(String page, String text) {
        return new LabelledArticle(
                page, true, Extractors.article(null, List.of(), text), Map.of("学习强国", EntityType.PLATFORM));
    }

    @Test
    @DisplayName("words of the vocabularies that one page alone has are told, those of two pages are not")
    void onlyIn() {
        List<LabelledArticle> pages = List.of(article("a", "学习强国和脱贫攻坚"), article("b", "脱贫攻坚"));
        assertThat(Withheld.onlyIn("a", pages)).contains("学习强国").doesNotContain("脱贫攻坚", "乡村振兴");
        assertThat(Withheld.onlyIn("b", pages)).isEmpty();
    }

    @Test
    @DisplayName("what one process counted is added to what another did")
    void scores() {
        NameScores one = new NameScores();
        one.add(article("a", ""), List.of(new EntityMention(EntityType.PLATFORM, "学习强国", 0, 0, 4)));
        NameScores two = new NameScores();
        two.add(article("b", ""), List.of());
        two.add(one.table());
        assertThat(two.f1()).isEqualTo(2.0 / 3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> two.add("type\nPLATFORM\t1"))
                .withMessageContaining("PLATFORM\t1");
    }
}
