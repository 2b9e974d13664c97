package dev.broadsheet.enrich.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.SourceBlock;
import dev.broadsheet.enrich.link.LinkedArticle;
import dev.broadsheet.enrich.link.Linker;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ProjectReaderTest {
    @ParameterizedTest(name = "{0} => {1}")
    @DisplayName("stages, money and owners of projects in sentences of our own")
    @CsvFileSource(resources = "projects.tsv", delimiter = '\t')
    void cases(String marked, String expected) {
        assertThat(MarkedArticle.read(marked, null).stream()
                        .map(ProjectReaderTest::told)
                        .collect(Collectors.joining(" | ")))
                .isEqualTo(expected);
    }

    @Test
    @DisplayName("evidence is the block's own words at its own place, layout spaces included")
    void evidence() {
        String text = "3月8日,青 禾水库项目正式开 工,总投资20亿元。";
        FoundProject found = MarkedArticle.read("3月8日,【P:青 禾水库项目】正式开 工,【M:总投资20亿元】。", MarkedArticle.COUNTY)
                .get(0);

        assertThat(found.name()).isEqualTo("青禾水库项目");
        assertThat(found.mention()).isEqualTo(new Passage(0, 5, 12, "青 禾水库项目"));
        Passage stage = found.milestones().get(0).evidence();
        assertThat(stage.quote()).isEqualTo("3月8日,青 禾水库项目正式开 工");
        assertThat(text.substring(stage.start(), stage.end())).isEqualTo(stage.quote());
    }

    @Test
    @DisplayName("namesakes in two counties are two projects; a town of the county is no other place")
    void places() {
        List<FoundProject> found =
                MarkedArticle.read("【P@510822:污水处理厂项目】开工。【P@510823:污水处理厂项目】竣工。【P@510822101:污水处理厂项目】加快建设。", null);

        assertThat(found).extracting(FoundProject::place).containsExactly(MarkedArticle.TOWN, MarkedArticle.OTHER);
        assertThat(found.get(0).stage()).contains(ProjectStage.UNDER_CONSTRUCTION);
        assertThat(found.get(0).mentions()).isEqualTo(2);
    }

    @Test
    @DisplayName("a project that has no place of its own stands where the article is")
    void region() {
        assertThat(MarkedArticle.read("【P:青禾水库项目】开工。", MarkedArticle.COUNTY))
                .extracting(FoundProject::place)
                .containsExactly(MarkedArticle.COUNTY);
        assertThat(MarkedArticle.read("【P:青禾水库项目】开工。", null))
                .extracting(FoundProject::place)
                .containsOnlyNulls();
    }

    @Test
    @DisplayName("what the extractor and the linker find is enough: one article, whole")
    void wholeArticle() {
        String text = "本报讯 3月8日，青川县青禾水库项目开工仪式举行。该项目总投资20亿元，由青川水务集团有限公司投资建设，" + "计划2026年6月底竣工。";
        SourceArticle article = new SourceArticle(
                "NEWS", null, null, null, null, List.of(), List.of(new SourceBlock("BODY", text)), null, null);
        LinkedArticle linked = Linker.create().read(article);

        List<FoundProject> found = ProjectReader.read(article, linked);

        assertThat(found).hasSize(1);
        assertThat(told(found.get(0)))
                .endsWith("STARTED total=2000000000 owner=青川水务集团有限公司"
                        + " [STARTED ACTUAL 3月8日, COMPLETED TARGET 2026年6月底]");
    }

    @Test
    @DisplayName("whatever the text is, it takes linear time and invents nothing")
    void robust() {
        assertThat(MarkedArticle.read("", null)).isEmpty();
        assertThat(MarkedArticle.read("没有项目，总投资20亿元，开工。", null)).isEmpty();
        assertThat(MarkedArticle.read("【P:甲项目】", null).get(0).milestones()).isEmpty();
        String many = "【P:甲项目】、【P:乙项目】总投资分别为【M:3亿元】、【M:5亿元】开工".repeat(20_000);
        assertThat(org.junit.jupiter.api.Assertions.assertTimeout(
                        Duration.ofSeconds(20), () -> MarkedArticle.read(many, null)))
                .hasSize(2);
    }

    static String told(FoundProject project) {
        StringBuilder out = new StringBuilder(project.name());
        project.stage().ifPresent(stage -> out.append(' ').append(stage));
        project.investments()
                .forEach(one -> out.append(' ')
                        .append(one.kind().name().toLowerCase(java.util.Locale.ROOT))
                        .append('=')
                        .append(java.util.Objects.requireNonNull(one.metric().normalizedValue())
                                .toPlainString()));
        if (project.owner() != null) {
            out.append(" owner=").append(project.owner().canonicalName());
        }
        return out.append(project.milestones().stream()
                        .map(ProjectReaderTest::told)
                        .collect(Collectors.joining(", ", " [", "]")))
                .toString();
    }

    private static String told(Milestone milestone) {
        return milestone.stage() + " " + milestone.status() + (milestone.when() == null ? "" : " " + milestone.when())
                + (milestone.day() == null ? "" : "=" + milestone.day());
    }
}
