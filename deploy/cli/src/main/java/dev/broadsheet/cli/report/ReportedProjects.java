package dev.broadsheet.cli.report;

import dev.broadsheet.cli.report.IssueReport.ReportedInvestment;
import dev.broadsheet.cli.report.IssueReport.ReportedMilestone;
import dev.broadsheet.cli.report.IssueReport.ReportedProject;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.link.LinkedPlace;
import dev.broadsheet.enrich.project.FoundProject;
import dev.broadsheet.enrich.project.Investment;
import dev.broadsheet.enrich.project.Milestone;
import dev.broadsheet.enrich.project.Passage;

/** Projects as the issue report has them. */
final class ReportedProjects {
    private ReportedProjects() {}

    static ReportedProject of(FoundProject project) {
        LinkedPlace place = project.place();
        String code = place == null ? null : place.code();
        String path = place == null ? null : place.path();
        Passage mention = project.mention();
        return new ReportedProject(
                Ids.projectId(project.name(), code, path),
                project.name(),
                mention.block(),
                mention.start(),
                mention.end(),
                project.mentions(),
                code,
                path,
                project.owner() == null ? null : project.owner().canonicalName(),
                project.stage().map(Enum::name).orElse(null),
                project.milestones().stream().map(ReportedProjects::milestone).toList(),
                project.investments().stream().map(ReportedProjects::investment).toList());
    }

    private static ReportedMilestone milestone(Milestone milestone) {
        Passage words = milestone.evidence();
        return new ReportedMilestone(
                milestone.stage().name(),
                milestone.status().name(),
                milestone.when(),
                milestone.day() == null ? null : milestone.day().toString(),
                words.quote(),
                words.block(),
                words.start(),
                words.end());
    }

    private static ReportedInvestment investment(Investment investment) {
        MetricMention metric = investment.metric();
        return new ReportedInvestment(
                investment.kind().name(), metric.quote(), metric.block(), metric.start(), metric.end());
    }
}
