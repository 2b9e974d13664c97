package dev.broadsheet.enrich.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Level;
import dev.broadsheet.enrich.extract.SourceByline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whatever an article names and however often: no exception, and time linear in the mentions. */
class LinkRobustnessTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int MANY = 20_000;

    @Test
    @DisplayName("an article without names has nothing linked")
    void nothing() {
        assertThat(Marked.of("").link().entities()).isEmpty();
        assertThat(Marked.of().link().region()).isNull();
        assertThat(Marked.of("没有人。", "").link().entities()).isEmpty();
    }

    @Test
    @DisplayName("ten thousand times a town and a village of which there are hundreds each")
    void pairsOfNamesakes() {
        List<String> codes = assertTimeoutPreemptively(
                LONG, () -> Marked.of("[和平镇][和平村]。".repeat(MANY / 2)).codes());
        assertThat(codes).hasSize(MANY);
    }

    @Test
    @DisplayName("a name of marks alone has no place")
    void onlyMarks() {
        assertThat(Marked.of("在[荥阳市][“”]开会。").last().isDivision()).isFalse();
    }

    @Test
    @DisplayName("twenty thousand mentions of one village in one go, and spread over the article")
    void oneVillageOftenNamed() {
        for (String text : List.of("[和平村]".repeat(MANY), "[金水区]，" + "[和平村]好，".repeat(MANY), "[和平村]、".repeat(MANY))) {
            List<String> codes =
                    assertTimeoutPreemptively(LONG, () -> Marked.of(text).codes());
            assertThat(codes.subList(1, codes.size()))
                    .hasSizeGreaterThanOrEqualTo(MANY - 1)
                    .containsOnly("-");
        }
    }

    @Test
    @DisplayName("thousands of different towns, counties and bodies")
    void manyDifferentNames() {
        Divisions divisions = Divisions.load();
        List<String> names = new ArrayList<>();
        for (int code = 110000; code < 660000; code++) {
            divisions
                    .byCode(String.valueOf(code))
                    .filter(d -> d.level() == Level.COUNTY)
                    .ifPresent(d -> names.add(d.name()));
        }
        assertThat(names).hasSizeGreaterThan(2_800);
        String counties = names.stream().map(name -> "[" + name + "]，[和平村]。").collect(Collectors.joining());
        String bodies =
                names.stream().map(name -> "[ORGANIZATION:" + name + "海纳有限公司]").collect(Collectors.joining());
        List<LinkedEntity> linked = assertTimeoutPreemptively(
                LONG, () -> Marked.of(counties, bodies).link().entities());
        assertThat(linked).filteredOn(LinkedEntity::isDivision).hasSizeGreaterThan(2_000);
        for (int i = 0; i < names.size(); i++) {
            assertThat(linked.get(2 * i).canonicalName()).isEqualTo(names.get(i));
        }
    }

    @Test
    @DisplayName("twenty thousand different bodies and roads beside a thousand counties")
    void manyDifferentThings() {
        Divisions divisions = Divisions.load();
        String counties = IntStream.range(410000, 440000)
                .mapToObj(code -> divisions.byCode(String.valueOf(code)))
                .flatMap(Optional::stream)
                .map(d -> "[" + d.name() + "]、")
                .collect(Collectors.joining());
        String things = IntStream.range(0, MANY / 2)
                .mapToObj(i -> "[ORGANIZATION:区海纳" + i + "局]和[海纳" + i + "路]，")
                .collect(Collectors.joining());
        List<LinkedEntity> linked = assertTimeoutPreemptively(
                LONG, () -> Marked.of(counties + things).link().entities());
        assertThat(linked).hasSizeGreaterThan(MANY);
        assertThat(linked.get(linked.size() - 1).place()).isNull();
    }

    @Test
    @DisplayName("a list of every province gives every province")
    void everyProvince() {
        Divisions divisions = Divisions.load();
        List<String> codes = IntStream.range(11, 83)
                .mapToObj(code -> code + "0000")
                .filter(code -> divisions.byCode(code).isPresent())
                .toList();
        assertThat(codes).hasSizeGreaterThanOrEqualTo(31);
        String text = codes.stream()
                .map(code -> "[" + divisions.byCode(code).orElseThrow().name() + "]")
                .collect(Collectors.joining("、"));
        assertThat(Marked.of(text).codes()).isEqualTo(codes);
    }

    @Test
    @DisplayName("characters outside the BMP, lone surrogates and one-character names are read over")
    void oddCharacters() {
        List<SourceByline> bylines = List.of(new SourceByline("REPORTER", "𠮷𠮷"), new SourceByline("?", ""));
        Marked marked = Marked.of(
                "𠮷", "\ud842", bylines, "[𠮷野家村]、[\ud800]，[县]、[ORGANIZATION:区]，[PERSON:𠮷𠮷]、[PERSON:王]。[荥阳市][𠮷镇]");
        assertThat(marked.codes()).containsExactly("-", "-", "-", "-", "-", "-", "410182", "-");
        assertThat(marked.link().entities().get(4).role()).isEqualTo("记者");
    }
}
