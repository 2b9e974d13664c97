package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What sentences make of those they name, and who of them only wrote the article. */
class TopicRolesTest {
    private static final String OFFICE = "青河县水利局";

    @Test
    @DisplayName("an office whose head speaks later in the clause reports, and introduces him")
    void speaksThroughItsHead() {
        assertThat(roles("青河县水利局副局长陈立表示，水库蓄水3亿立方米。", "陈立"))
                .containsExactlyInAnyOrder(TopicRole.REPORTS, TopicRole.INTRODUCES);
        assertThat(roles("青河县水利局数据显示，水库蓄水3亿立方米。", "陈立")).containsExactly(TopicRole.REPORTS);
        assertThat(roles("青河县水利局说，水库蓄水3亿立方米。", "陈立")).contains(TopicRole.SPEAKS);
    }

    @Test
    @DisplayName("what is said in the next clause is not the office's")
    void endsWithTheClause() {
        assertThat(roles("青河县水利局修渠12公里，村民陈立说。", "陈立")).isEmpty();
    }

    @Test
    @DisplayName("a name behind a preposition, before 的, between quotation marks")
    void standsInASentence() {
        assertThat(roles("记者从青河县水利局获悉", "陈立"))
                .containsExactlyInAnyOrder(TopicRole.GOVERNED, TopicRole.SOURCE, TopicRole.REPORTS);
        assertThat(roles("青河县水利局的水库", "陈立")).containsExactly(TopicRole.OWNS);
        assertThat(roles("“青河县水利局”微信号", "陈立")).containsExactly(TopicRole.QUOTED);
    }

    @Test
    @DisplayName("who follows 记者 or 通讯员, or another such name, wrote the article")
    void writers() {
        Sentence sentence = sentence("本报讯（记者韩立新 通讯员苏明、杜青）农机手陈立说");
        Credits credits = new Credits(sentence);

        assertThat(List.of("韩立新", "苏明", "杜青", "陈立"))
                .extracting(person -> credits.holds(name(sentence, EntityType.PERSON, person)))
                .containsExactly(true, true, true, false);
    }

    @Test
    @DisplayName("a body behind 记者 is no writer")
    void bodies() {
        Sentence sentence = sentence("记者青河县水利局采访");

        assertThat(new Credits(sentence).holds(name(sentence, EntityType.ORGANIZATION, OFFICE)))
                .isFalse();
    }

    private static Set<TopicRole> roles(String text, String person) {
        Sentence sentence = sentence(text);
        Candidate office = name(sentence, EntityType.ORGANIZATION, OFFICE);
        List<Candidate> names =
                text.contains(person) ? List.of(office, name(sentence, EntityType.PERSON, person)) : List.of(office);
        return TopicRoles.of(sentence, names, office.start(), office.end(), false);
    }

    private static Candidate name(Sentence sentence, EntityType type, String text) {
        int start = sentence.text().indexOf(text);
        return new Candidate(type, start, start + text.length(), EntityFinder.LEARNED);
    }

    private static Sentence sentence(String text) {
        FlatText flat = FlatText.of(text, false);
        return new Sentence(flat, 0, 0, flat.length(), List.of());
    }
}
