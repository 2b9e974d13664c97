package dev.broadsheet.enrich.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.extract.SourceByline;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Where bodies belong, what they are called in full, and what persons are. */
class ThingLinksTest {

    @Test
    @DisplayName("a level at the head of a name counts only before a body of the state, not where it is part of a word")
    void levels() {
        assertThat(name("[郑州市][中牟县]召开会议，[ORGANIZATION:市场监管局]到会。")).isEqualTo("市场监管局");
        assertThat(name("[金水区]招商，[PROJECT:区块链产业园]落地。")).isEqualTo("区块链产业园");
        assertThat(name("[中牟县]招商，[ORGANIZATION:县商务局]到会。")).isEqualTo("中牟县商务局");
        assertThat(code(Marked.of("[河南省]发文，赴[中牟县][ORGANIZATION:省农业农村厅]调研组。"))).isEqualTo("410000");
    }

    @Test
    @DisplayName("a body is in a city of that name only where the article is about that province")
    void chanceOpenings() {
        assertThat(Marked.of("[北京市][西城区]，[ORGANIZATION:广安门医院]的专家来了。").last().place())
                .isNull();
        assertThat(code(Marked.of("[四川省]传来消息，[ORGANIZATION:广安中心医院]扩建。"))).isEqualTo("511600");
        assertThat(code(Marked.of("[ORGANIZATION:日照日报社]采访。"))).isEqualTo("371100");
    }

    @Test
    @DisplayName("a short name that an article gives to two bodies is neither's")
    void definedTwice() {
        assertThat(
                        name(
                                "[ORGANIZATION:青禾水务有限公司]（以下简称“水务公司”）和[ORGANIZATION:漆下水务有限公司]（以下简称“水务公司”）。[ORGANIZATION:水务公司]说。"))
                .isEqualTo("水务公司");
    }

    @Test
    @DisplayName("a list of persons shares a role that several may have, not an office")
    void sharedRoles() {
        assertThat(Marked.of("副区长[PERSON:王刚]、[PERSON:李娜]出席。").last().role()).isEqualTo("副区长");
        assertThat(Marked.of("区长[PERSON:王刚]、[PERSON:李娜]出席。").last().role()).isNull();
    }

    @Test
    @DisplayName("a body belongs to the place its name opens with, down to the lowest")
    void opening() {
        assertThat(code(Marked.of("[ORGANIZATION:郑州市金水区人民法院]开庭。"))).isEqualTo("410105");
        assertThat(code(Marked.of("[ORGANIZATION:河南青禾滤清器有限公司]扩产。"))).isEqualTo("410000");
        assertThat(code(Marked.of("[ORGANIZATION:荥阳市王村镇党委]开会。"))).isEqualTo("410182104");
    }

    @Test
    @DisplayName("else to the place right before it, else by its level to the article's one division of that level")
    void otherPlaces() {
        assertThat(code(Marked.of("[金水区][ORGANIZATION:教育局]说。"))).isEqualTo("410105");
        Marked county = Marked.of("[中牟县]春耕忙，[ORGANIZATION:县农业农村局]派人。");
        assertThat(code(county)).isEqualTo("410122");
        assertThat(county.last().canonicalName()).isEqualTo("中牟县农业农村局");
        assertThat(code(Marked.of("[中原区]听[ORGANIZATION:市教育局]说。"))).isEqualTo("410100");
        assertThat(code(Marked.of("[中原区]、[金水区]听[ORGANIZATION:区委]说。"))).isNull();
        assertThat(code(Marked.of("[中牟县]春耕忙，[ORGANIZATION:绿源合作社]派人。"))).isNull();
    }

    @Test
    @DisplayName("what is nationwide belongs to no place, and neither does what only sounds like one")
    void nowhere() {
        assertThat(code(Marked.of("[北京][ORGANIZATION:国家能源局]说。"))).isNull();
        assertThat(code(Marked.of("[ORGANIZATION:教育部]说。"))).isNull();
        assertThat(code(Marked.of("[ORGANIZATION:中山医院]说。"))).isNull();
        assertThat(code(Marked.of("[ORGANIZATION:南京路派出所]说。"))).isNull();
        assertThat(code(Marked.of("[中原区]与[ORGANIZATION:中原银行]签约。"))).isNull();
    }

    @Test
    @DisplayName("a short name is linked to the article's one long form, and stays itself between two")
    void longForms() {
        assertThat(name("[ORGANIZATION:河南青禾滤清器有限公司]扩产，[ORGANIZATION:青禾滤清器]说。")).isEqualTo("河南青禾滤清器有限公司");
        assertThat(name("[ORGANIZATION:河南青禾滤清器有限公司]、[ORGANIZATION:湖南青禾滤清器有限公司]、[ORGANIZATION:青禾滤清器]"))
                .isEqualTo("青禾滤清器");
        assertThat(name("[ORGANIZATION:河南农业综合投资有限公司]（以下简称“农投”）成立，[ORGANIZATION:农投]说。"))
                .isEqualTo("河南农业综合投资有限公司");
        assertThat(name("推行[PROGRAMME:“三色”工作法]，[PROGRAMME:三色]入户。")).isEqualTo("三色工作法");
        assertThat(name("[EVENT:卫辉市第三届物资交流会]开幕，[EVENT:物资交流会]热闹。")).isEqualTo("卫辉市第三届物资交流会");
        assertThat(name("[ORGANIZATION:海 纳“机 器”（集团）]")).isEqualTo("海纳机器（集团）");
    }

    @Test
    @DisplayName("the alias table gives the canonical name, with a place only for what belongs to it")
    void aliases() {
        LinkedEntity university = Marked.of("[ORGANIZATION:北大]招生。").last();
        assertThat(university.canonicalName()).isEqualTo("北京大学");
        assertThat(university.place())
                .isEqualTo(Marked.of("[ORGANIZATION:北京大学]招生。").last().place())
                .isNotNull();
        assertThat(name("[郑州市][ORGANIZATION:地铁集团]说。")).isEqualTo("郑州地铁集团有限公司");
        assertThat(name("[武汉市][ORGANIZATION:地铁集团]说。")).isEqualTo("地铁集团");
    }

    @Test
    @DisplayName("a person is what stands before or behind the name, else what the byline says")
    void roles() {
        assertThat(role("中原区委书记[PERSON:林之远]到会")).isEqualTo("区委书记");
        assertThat(role("村党支部书记[PERSON:林之远]说")).isEqualTo("村党支部书记");
        assertThat(role("市公安局副局长 [PERSON:林之远]说")).isEqualTo("副局长");
        assertThat(role("居民[PERSON:林女士]")).isEqualTo("居民");
        assertThat(role("居民[PERSON:周某]、[PERSON:林女士]")).isEqualTo("居民");
        assertThat(role("[PERSON:林主任]说")).isEqualTo("主任");
        assertThat(role("[PERSON:林之远]教授说")).isEqualTo("教授");
        assertThat(role("[PERSON:林之远]主任务繁重")).isNull();
        assertThat(role("[PERSON:林之远]走来")).isNull();
    }

    @Test
    @DisplayName("a name without a title has the one it has elsewhere in the article")
    void rolesAreOfTheArticle() {
        Marked marked = Marked.of(
                null,
                null,
                List.of(new SourceByline("REPORTER", "周 青"), new SourceByline("PHOTOGRAPHER", "林之远")),
                "[PERSON:林之远]笑了。驻村干部[PERSON:林之远]说。",
                "（[PERSON:周青]）");
        assertThat(marked.link().entities()).extracting(LinkedEntity::role).containsExactly("驻村干部", "驻村干部", "记者");
    }

    @Test
    @DisplayName("a person belongs to the county the article is about")
    void personsBelongToTheRegion() {
        assertThat(code(Marked.of("中牟县", null, List.of(), "[中牟县]居民[PERSON:林之远]")))
                .isEqualTo("410122");
        assertThat(code(Marked.of("[中牟县]居民[PERSON:林之远]"))).isNull();
        assertThat(code(Marked.of("郑州市", null, List.of(), "[郑州市]居民[PERSON:林之远]")))
                .isNull();
    }

    private static @Nullable String code(Marked marked) {
        LinkedPlace place = marked.last().place();
        return place == null ? null : place.code();
    }

    private static String name(String text) {
        return Marked.of(text).last().canonicalName();
    }

    private static @Nullable String role(String text) {
        return Marked.of(text).last().role();
    }
}
