package dev.broadsheet.enrich.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.extract.SourceByline;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which division a place's name means. */
class PlaceLinksTest {
    private static final List<SourceByline> NOBODY = List.of();

    @Test
    @DisplayName("a village called like its town is not the town")
    void villageOfItsTown() {
        assertThat(Marked.of("[荥阳市][王村镇]采访。", "在[王村]，柿子红了。").codes()).element(2).isNotEqualTo("410182104");
    }

    @Test
    @DisplayName(
            "names that follow each other narrow each other, down to a village that is listed under its short name")
    void chain() {
        Marked marked = Marked.of("[荥阳市][王村镇][王村村]的菜农忙着采收。");
        assertThat(marked.codes()).containsExactly("410182", "410182104", "410182104201");
        assertThat(marked.last().place()).isEqualTo(new LinkedPlace("410182104201", "王村", "河南省/郑州市/荥阳市/王村镇/王村"));
        assertThat(marked.last().canonicalName()).isEqualTo("王村");
    }

    @Test
    @DisplayName(
            "what is no division is one place all through an article, also where a paragraph does not say where it is")
    void oneHome() {
        LinkedArticle linked =
                Marked.of("[金水区][青禾花园]换了新颜。", "[中牟县]的客人也来了。", "[青禾花园]的居民说好。").link();
        assertThat(linked.entities().get(3).place())
                .isEqualTo(linked.entities().get(1).place())
                .isNotNull();
        assertThat(linked.entities().get(3).canonicalName()).isEqualTo("青禾花园");
    }

    @Test
    @DisplayName("layout spaces do not break a chain")
    void chainOverSpaces() {
        assertThat(Marked.of("[荥阳市] [王 村镇]").codes()).containsExactly("410182", "410182104");
    }

    @Test
    @DisplayName(
            "a list goes on below the same town; what is not listed there stays open, although it is listed elsewhere")
    void list() {
        assertThat(Marked.of("到[滦南县][宋道口镇][北街村]、[小营村]，[平原示范区]的人也去了。").codes())
                .containsExactly("130224", "130224101", "-", "130224101241", "410773");
    }

    @Test
    @DisplayName("a namesake alone is chosen by the one county the article names")
    void byCounty() {
        assertThat(Marked.of("[金水区]召开会议。", "[人民路街道]和[东风路街道]都来了。").codes())
                .containsExactly("410105", "410105003", "410105010");
    }

    @Test
    @DisplayName(
            "of namesakes in two named counties the one spoken of counts, and where none is spoken of neither does")
    void contradictoryContext() {
        assertThat(Marked.of("[金水区]先行。", "[中牟县]跟进，[东风路街道]承办。").codes())
                .containsExactly("410105", "410122", "410122002");
        assertThat(Marked.of("[金水区]和[中牟县]同日开会。", "[东风路街道]承办。").codes()).containsExactly("410105", "410122", "-");
        assertThat(Marked.of("金水区", null, NOBODY, "[金水区]和[中牟县]同日开会。", "[东风路街道]承办。")
                        .codes())
                .containsExactly("410105", "410122", "410105010");
    }

    @Test
    @DisplayName("namesakes without context have no code and no path")
    void unresolvable() {
        Marked marked = Marked.of("[和平村]的柿子红了，[王村镇]也是。");
        assertThat(marked.codes()).containsExactly("-", "-");
        assertThat(marked.link().entities()).allMatch(entity -> entity.place() == null);
    }

    @Test
    @DisplayName("a town and its village may occur together only once")
    void townAndVillageTogether() {
        assertThat(Marked.of("走进[王村镇][焦湾村]。").codes())
                .hasSize(2)
                .allMatch(code -> code.equals("-") || code.startsWith("4101"));
        assertThat(Marked.of("[翟坡镇][任小营村]").codes()).containsExactly("410721101", "410721101205");
    }

    @Test
    @DisplayName("a village that is the only one of its name is not believed against the county the article names")
    void onlyBearerElsewhere() {
        assertThat(Marked.of("[中牟县]发动群众，[任小营村]最快。").codes()).containsExactly("410122", "-");
    }

    @Test
    @DisplayName("districts of one name are told apart by their city, which a district that only it has may stand for")
    void districts() {
        assertThat(Marked.of("[南京]的[鼓楼区]").codes()).containsExactly("320100", "320106");
        assertThat(Marked.of("[玄武区]、[鼓楼区]开学。").codes()).containsExactly("320102", "320106");
        assertThat(Marked.of("[鼓楼区]开学。").codes()).containsExactly("-");
        assertThat(Marked.of("[鼓楼区]开学，[ORGANIZATION:开封市教育局]说。").codes().get(0)).isEqualTo("410204");
        assertThat(Marked.of(null, "徐州日报", NOBODY, "[鼓楼区]开学。").codes()).containsExactly("320302");
    }

    @Test
    @DisplayName(
            "a short name means the highest place of that name; a district's means something only beside its full name or city")
    void shortNames() {
        assertThat(Marked.of("[吉林][长春市]、[吉林市]两地").codes()).containsExactly("220000", "220100", "220200");
        assertThat(Marked.of("[黄淮]、[江汉]有雨。").codes()).containsExactly("-", "-");
        assertThat(Marked.of("[武汉]今晨有雨，[江汉]尤其大。").codes()).containsExactly("420100", "420103");
        assertThat(Marked.of("[金水区]重教，[金水]学子多。").codes()).containsExactly("410105", "410105");
        assertThat(Marked.of("[北京市朝阳区]").codes()).containsExactly("110105");
    }

    @Test
    @DisplayName(
            "functional areas: with a path where they have no code, by their long form, or as the one of the article's city")
    void functionalAreas() {
        LinkedEntity east = Marked.of("[郑东新区]启动建设。").last();
        assertThat(east.isDivision()).isTrue();
        assertThat(east.place()).isEqualTo(new LinkedPlace(null, "郑东新区", "河南省/郑州市/郑东新区"));
        assertThat(Marked.of("[平原示范区]开会，[示范区]各镇参加。").codes()).containsExactly("410773", "410773");
        assertThat(Marked.of("[合肥市][高新区]").codes()).containsExactly("340100", "340176");
        assertThat(Marked.of("[高新区]冲刺四季度。", "[ORGANIZATION:新乡市商务局]到会。").codes().get(0))
                .isEqualTo("410771");
        assertThat(Marked.of("[高新区][振中街道]").codes()).containsExactly("410771", "410771560");
        assertThat(Marked.of("[高新区]冲刺四季度。").codes()).containsExactly("-");
        assertThat(Marked.of("[高新区]与[合肥]、[新乡]签约。").codes()).containsExactly("-", "340100", "410700");
    }

    @Test
    @DisplayName(
            "roads and rivers are no villages of that name; a road belongs to the county before it, or to the only one")
    void features() {
        LinkedEntity road = Marked.of("[金水区][天明路]").last();
        assertThat(road.isDivision()).isFalse();
        assertThat(road.place()).extracting(LinkedPlace::code).isEqualTo("410105");
        assertThat(Marked.of("[金水区]整治[青峰路]。").last().place())
                .extracting(LinkedPlace::code)
                .isEqualTo("410105");
        assertThat(Marked.of("[长江]涨水。").last().place()).isNull();
        assertThat(Marked.of("[金水区]、[中原区]整治[青峰路]。").last().place()).isNull();
    }

    @Test
    @DisplayName("a long form explains its short one, and both are the same place")
    void longForms() {
        List<LinkedEntity> entities =
                Marked.of("[金水区][人民路街道][工人新村社区]。", "[工人新村]的老人。").link().entities();
        assertThat(entities.get(2).canonicalName()).isEqualTo("工人新村社区");
        assertThat(entities.get(3).canonicalName()).isEqualTo("工人新村社区");
        assertThat(entities.get(3).place()).isEqualTo(entities.get(2).place());
    }

    @Test
    @DisplayName(
            "mountains and waters are no counties of that name, unless the county's full name or its city is in the article")
    void mountains() {
        assertThat(Marked.of("[山东]有雨，[蒙山]起雾。").codes()).containsExactly("370000", "-");
        assertThat(Marked.of("[怒江]和[天山]下雪。").codes()).containsExactly("-", "-");
        assertThat(Marked.of("[蒙山县]开会，[蒙山]人来了。").codes()).containsExactly("450423", "450423");
        assertThat(Marked.of("[宁波]的[海曙]、[象山]").codes()).containsExactly("330200", "330203", "330225");
    }

    @Test
    @DisplayName("autonomous areas are found without the names of their peoples")
    void autonomousAreas() {
        assertThat(Marked.of("[管城区][十八里河街道]").codes()).containsExactly("410104", "410104010");
        assertThat(Marked.of("[吉林][延边州]").codes()).containsExactly("220000", "222400");
    }

    @Test
    @DisplayName("the region has the code and path of its name, where that is sure")
    void region() {
        assertThat(Marked.of("中原区", null, NOBODY, "[中原区]开会。").link().region())
                .isEqualTo(new LinkedRegion("中原区", new LinkedPlace("410102", "中原区", "河南省/郑州市/中原区")));
        assertThat(Marked.of("高新区", null, NOBODY, "[高新区]开会。").link().region()).isEqualTo(new LinkedRegion("高新区", null));
    }
}
