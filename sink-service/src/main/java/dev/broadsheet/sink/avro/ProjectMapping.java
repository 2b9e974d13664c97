package dev.broadsheet.sink.avro;

import dev.broadsheet.contracts.Project;
import dev.broadsheet.contracts.ProjectInvestment;
import dev.broadsheet.contracts.ProjectMilestone;
import dev.broadsheet.contracts.ProjectOwner;
import dev.broadsheet.contracts.ProjectReport;
import dev.broadsheet.sink.store.StoredMetric.Evidence;
import dev.broadsheet.sink.store.StoredProject;
import dev.broadsheet.sink.store.StoredProject.Investment;
import dev.broadsheet.sink.store.StoredProject.Milestone;
import dev.broadsheet.sink.store.StoredProject.Owner;
import dev.broadsheet.sink.store.StoredProject.Passage;
import dev.broadsheet.sink.store.StoredProject.Source;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Projects with what each article says of them. */
final class ProjectMapping {
    private ProjectMapping() {}

    static StoredProject project(Project project) {
        return new StoredProject(
                project.getProjectId(),
                PageMapping.version(project.getVersion()),
                PageMapping.stands(project.getState()),
                project.getIssueDate(),
                project.getName(),
                project.getPlaceCode(),
                project.getPlacePath(),
                owner(project.getOwner()),
                project.getStage().name(),
                milestones(project.getMilestones()),
                optional(project.getTotalInvestment()),
                optional(project.getDoneInvestment()),
                optional(project.getDueInvestment()),
                project.getSources().stream().map(ProjectMapping::source).toList());
    }

    private static Source source(ProjectReport report) {
        return new Source(
                report.getArticleId(),
                report.getPageId(),
                PageMapping.version(report.getVersion()),
                report.getPublication(),
                report.getIssueDate(),
                report.getTitle(),
                passage(report.getMention()),
                report.getMentions(),
                owner(report.getOwner()),
                report.getStage().name(),
                milestones(report.getMilestones()),
                report.getInvestments().stream().map(ProjectMapping::investment).toList(),
                report.getExtractor());
    }

    private static List<Milestone> milestones(List<ProjectMilestone> milestones) {
        return milestones.stream()
                .map(milestone -> new Milestone(
                        milestone.getStage().name(),
                        milestone.getStatus().name(),
                        milestone.getWhen(),
                        milestone.getDay(),
                        passage(milestone.getEvidence())))
                .toList();
    }

    private static @Nullable Investment optional(@Nullable ProjectInvestment investment) {
        return investment == null ? null : investment(investment);
    }

    private static Investment investment(ProjectInvestment investment) {
        return new Investment(
                investment.getKind().name(),
                investment.getMetricId(),
                number(investment.getValue()),
                investment.getCurrency(),
                number(investment.getMin()),
                number(investment.getMax()),
                investment.getQualifier().name(),
                investment.getStatus().name(),
                investment.getPeriod(),
                passage(investment.getEvidence()));
    }

    private static @Nullable Owner owner(@Nullable ProjectOwner owner) {
        return owner == null ? null : new Owner(owner.getName(), owner.getCanonicalId(), passage(owner.getEvidence()));
    }

    private static Passage passage(dev.broadsheet.contracts.Passage passage) {
        return new Passage(
                passage.getArticleId(),
                new Evidence(
                        passage.getQuote(),
                        passage.getBlock(),
                        passage.getStart(),
                        passage.getEnd(),
                        passage.getLines()));
    }

    private static @Nullable BigDecimal number(@Nullable String plain) {
        return plain == null ? null : new BigDecimal(plain);
    }
}
