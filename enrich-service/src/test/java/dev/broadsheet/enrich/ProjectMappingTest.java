package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.ProjectInvestment;
import dev.broadsheet.contracts.ProjectReport;
import dev.broadsheet.enrich.extract.MetricKind;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.Qualifier;
import dev.broadsheet.enrich.extract.Status;
import dev.broadsheet.enrich.project.FoundProject;
import dev.broadsheet.enrich.project.Investment;
import dev.broadsheet.enrich.project.InvestmentKind;
import dev.broadsheet.enrich.project.Passage;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectMappingTest {
    private static final String NAME = "青禾水库项目";

    @Test
    void ofManyInvestmentsTheFirstAreTakenAndTheOthersCounted() {
        List<FoundProject> found = List.of(project(ProjectMapping.MOST_INVESTMENTS + 7), project(3));

        List<ProjectReport> reports = reports("标题", found);

        assertThat(reports.get(0).getInvestments())
                .hasSize(ProjectMapping.MOST_INVESTMENTS)
                .first()
                .returns("0", ProjectInvestment::getValue);
        assertThat(reports.get(1).getInvestments()).hasSize(3);
        assertThat(ProjectMapping.investmentsLeftOut(found)).isEqualTo(7);
        assertThat(ProjectMapping.investmentsLeftOut(List.of(project(ProjectMapping.MOST_INVESTMENTS))))
                .isZero();
    }

    @Test
    void ofALongHeadlineTheBeginningIsTakenAndNoCharacterIsSplit() {
        String fits = "青".repeat(ProjectMapping.LONGEST_TITLE);
        assertThat(title(fits)).isEqualTo(fits);
        assertThat(title(fits + "川")).isEqualTo(fits);
        assertThat(title("青".repeat(ProjectMapping.LONGEST_TITLE - 1) + "𬭎𬭎"))
                .isEqualTo("青".repeat(ProjectMapping.LONGEST_TITLE - 1));
        assertThat(title(null)).isNull();
    }

    private static @Nullable String title(@Nullable String title) {
        return reports(title, List.of(project(0))).get(0).getTitle();
    }

    private static List<ProjectReport> reports(@Nullable String title, List<FoundProject> found) {
        Article article = Article.newBuilder(Articles.article("i1", 0, 1, "青禾水库项目总投资20亿元。"))
                .setTitle(title)
                .build();
        return new ProjectMapping("x", article).reports(found);
    }

    private static FoundProject project(int investments) {
        return new FoundProject(
                NAME,
                null,
                new Passage(0, 0, NAME.length(), NAME),
                1,
                null,
                List.of(),
                IntStream.range(0, investments)
                        .mapToObj(i -> new Investment(InvestmentKind.TOTAL, money(i)))
                        .toList());
    }

    private static MetricMention money(int value) {
        return new MetricMention(
                "总投资20亿元",
                0,
                6,
                13,
                "总投资",
                null,
                "" + value,
                new BigDecimal(value),
                "元",
                new BigDecimal(value),
                "CNY",
                null,
                null,
                Qualifier.EXACT,
                Status.ACTUAL,
                MetricKind.LEVEL,
                null,
                null);
    }
}
