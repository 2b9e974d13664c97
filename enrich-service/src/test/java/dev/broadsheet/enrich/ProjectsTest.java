package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.InvestmentKind;
import dev.broadsheet.contracts.MetricStatus;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.Passage;
import dev.broadsheet.contracts.ProjectInvestment;
import dev.broadsheet.contracts.ProjectReport;
import dev.broadsheet.contracts.Qualifier;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectsTest {
    private static final Passage EVIDENCE = new Passage("a1", 0, 0, 4, List.of(1), "完成投资");

    @Test
    void ofSeveralSumsThatWereSpentTheLargestIsTheWhole() {
        assertThat(done(spent("300", "CNY"), spent("500", "CNY"), spent("200", "CNY")))
                .returns("500", ProjectInvestment::getValue);
    }

    @Test
    void sumsOfDifferentCurrenciesAreNotCompared() {
        assertThat(done(spent("300", "USD"), spent("500", "CNY"), spent("400", "USD")))
                .returns("400", ProjectInvestment::getValue)
                .returns("USD", ProjectInvestment::getCurrency);
    }

    @Test
    void whereNothingWasSpentNothingIsTold() {
        assertThat(Projects.of(List.of(report())).getDoneInvestment()).isNull();
    }

    private static @Nullable ProjectInvestment done(ProjectInvestment... spent) {
        return Projects.of(List.of(report(spent))).getDoneInvestment();
    }

    private static ProjectReport report(ProjectInvestment... investments) {
        return ProjectReport.newBuilder()
                .setProjectId("p1")
                .setArticleId("a1")
                .setPageId("page")
                .setVersion(new PageVersion(Articles.NOON, "i1", 1L))
                .setName("青禾水库项目")
                .setMention(EVIDENCE)
                .setMentions(1)
                .setMilestones(List.of())
                .setInvestments(List.of(investments))
                .setExtractor("x")
                .build();
    }

    private static ProjectInvestment spent(String value, String currency) {
        return new ProjectInvestment(
                InvestmentKind.DONE,
                "a1#m" + value,
                value,
                currency,
                null,
                null,
                Qualifier.EXACT,
                MetricStatus.ACTUAL,
                null,
                EVIDENCE);
    }
}
