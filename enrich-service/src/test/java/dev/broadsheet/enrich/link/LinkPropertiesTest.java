package dev.broadsheet.enrich.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Divisions;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds of every article, whatever it names in whatever order. */
class LinkPropertiesTest {
    private static final Divisions DIVISIONS = Divisions.load();

    @Property(tries = 300, seed = "42")
    void theSameArticleIsLinkedTheSame(@ForAll("texts") List<String> blocks) {
        assertThat(marked(blocks).link()).isEqualTo(marked(blocks).link());
    }

    @Property(tries = 300, seed = "42")
    void aPathLeadsFromTheProvinceOfTheCodeToTheNameOfTheDivision(@ForAll("texts") List<String> blocks) {
        for (LinkedEntity entity : marked(blocks).link().entities()) {
            LinkedPlace place = entity.place();
            if (place == null) {
                assertThat(entity.isDivision()).isFalse();
                continue;
            }
            assertThat(place.path()).endsWith(place.name()).isEqualTo(path(place));
        }
    }

    @Property(tries = 300, seed = "42")
    void everyMentionIsLinkedInItsPlaceWhateverStandsWithoutNamesAround(@ForAll("texts") List<String> blocks) {
        List<String> longer = new ArrayList<>(blocks);
        longer.add("天气晴，宜出行。");
        assertThat(marked(longer).link()).isEqualTo(marked(blocks).link());
    }

    /** From the code alone, by the list of divisions. */
    private static String path(LinkedPlace place) {
        if (place.code() == null) {
            return place.path();
        }
        Division division = DIVISIONS.byCode(place.code()).orElseThrow();
        assertThat(division.name()).isEqualTo(place.name());
        StringBuilder path = new StringBuilder(division.name());
        while (!division.parentCode().isEmpty()) {
            division = DIVISIONS.byCode(division.parentCode()).orElseThrow();
            path.insert(0, division.name() + "/");
        }
        assertThat(division.code()).startsWith(place.code().substring(0, 2));
        return path.toString();
    }

    private static Marked marked(List<String> blocks) {
        return Marked.of("中原区", "徐州日报", List.of(), blocks.toArray(new String[0]));
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> piece = Arbitraries.of(
                "[河南省]",
                "[郑州]",
                "[荥阳市]",
                "[王村镇]",
                "[王村村]",
                "[和平村]",
                "[鼓楼区]",
                "[南京]",
                "[吉林]",
                "[郑东新区]",
                "[高新区]",
                "[示范区]",
                "[平原示范区]",
                "[东风路街道]",
                "[金水]",
                "[金水区]",
                "[中山]",
                "[东山]",
                "[城区]",
                "[天明路]",
                "[长江]",
                "[𠮷野村]",
                "[村]",
                "[雄安]",
                "[滨海新区]",
                "[神农架]",
                "[ORGANIZATION:区委]",
                "[ORGANIZATION:河南海纳有限公司]",
                "[ORGANIZATION:海纳]",
                "[PERSON:林主任]",
                "[PROGRAMME:三色]",
                "[PROGRAMME:三色工作法]",
                "、",
                "，",
                "和",
                "的",
                " ");
        return piece.list()
                .ofMinSize(0)
                .ofMaxSize(12)
                .map(list -> String.join("", list))
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }
}
