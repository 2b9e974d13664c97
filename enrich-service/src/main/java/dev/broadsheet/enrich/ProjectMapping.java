package dev.broadsheet.enrich;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.EntityType;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.InvestmentKind;
import dev.broadsheet.contracts.MetricStatus;
import dev.broadsheet.contracts.Passage;
import dev.broadsheet.contracts.ProjectInvestment;
import dev.broadsheet.contracts.ProjectMilestone;
import dev.broadsheet.contracts.ProjectOwner;
import dev.broadsheet.contracts.ProjectReport;
import dev.broadsheet.contracts.ProjectStage;
import dev.broadsheet.contracts.Qualifier;
import dev.broadsheet.enrich.extract.EntityMention;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.link.LinkedEntity;
import dev.broadsheet.enrich.link.LinkedPlace;
import dev.broadsheet.enrich.project.FoundProject;
import dev.broadsheet.enrich.project.Investment;
import dev.broadsheet.enrich.project.Milestone;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an article's projects become the contract's records. What one article says of one project is bounded, as all articles' reports make one
 * record: the first investments, the beginning of the headline; a milestone is there once for each stage and status. Stateless, any thread.
 */
record ProjectMapping(String extractor, Article article) {
    static final int MOST_INVESTMENTS = 20;
    /** In UTF-16 units. */
    static final int LONGEST_TITLE = 200;

    /** Investments beyond what {@link #reports} takes. */
    static int investmentsLeftOut(List<FoundProject> projects) {
        return projects.stream()
                .mapToInt(project -> Math.max(0, project.investments().size() - MOST_INVESTMENTS))
                .sum();
    }

    List<ProjectReport> reports(List<FoundProject> projects) {
        return projects.stream().map(this::report).toList();
    }

    private ProjectReport report(FoundProject project) {
        LinkedPlace place = project.place();
        String code = place == null ? null : place.code();
        String path = place == null ? null : place.path();
        LinkedEntity owner = project.owner();
        return ProjectReport.newBuilder()
                .setProjectId(Ids.projectId(project.name(), code, path))
                .setArticleId(article.getArticleId())
                .setPageId(article.getPageId())
                .setVersion(article.getVersion())
                .setPublication(article.getPublication())
                .setIssueDate(article.getIssueDate())
                .setTitle(beginning(article.getTitle()))
                .setName(project.name())
                .setPlaceCode(code)
                .setPlacePath(path)
                .setMention(passage(project.mention()))
                .setMentions(project.mentions())
                .setOwner(owner == null ? null : owner(owner))
                .setStage(project.stage()
                        .map(stage -> ProjectStage.valueOf(stage.name()))
                        .orElse(ProjectStage.UNKNOWN))
                .setMilestones(
                        project.milestones().stream().map(this::milestone).toList())
                .setInvestments(project.investments().stream()
                        .limit(MOST_INVESTMENTS)
                        .map(this::investment)
                        .toList())
                .setExtractor(extractor)
                .build();
    }

    private ProjectOwner owner(LinkedEntity owner) {
        EntityMention mention = owner.mention();
        LinkedPlace place = owner.place();
        return new ProjectOwner(
                owner.canonicalName(),
                Ids.canonicalId(
                        EntityType.valueOf(mention.type().name()),
                        owner.canonicalName(),
                        place == null ? null : place.code(),
                        place == null ? null : place.path()),
                passage(mention.block(), mention.start(), mention.end(), mention.text()));
    }

    private ProjectMilestone milestone(Milestone milestone) {
        return new ProjectMilestone(
                ProjectStage.valueOf(milestone.stage().name()),
                MetricStatus.valueOf(milestone.status().name()),
                milestone.when(),
                milestone.day(),
                passage(milestone.evidence()));
    }

    private ProjectInvestment investment(Investment investment) {
        MetricMention metric = investment.metric();
        return new ProjectInvestment(
                InvestmentKind.valueOf(investment.kind().name()),
                Ids.metricId(article.getArticleId(), metric.block(), metric.start(), metric.end()),
                plain(metric.normalizedValue()),
                metric.normalizedUnit(),
                plain(metric.min()),
                plain(metric.max()),
                Qualifier.valueOf(metric.qualifier().name()),
                MetricStatus.valueOf(metric.status().name()),
                metric.period() == null ? null : metric.period().text(),
                passage(metric.block(), metric.start(), metric.end(), metric.quote()));
    }

    private Passage passage(dev.broadsheet.enrich.project.Passage passage) {
        return passage(passage.block(), passage.start(), passage.end(), passage.quote());
    }

    private Passage passage(int block, int start, int end, String quote) {
        return new Passage(
                article.getArticleId(),
                block,
                start,
                end,
                Mapping.lines(article.getBlocks().get(block), start, end),
                quote);
    }

    private static @Nullable String beginning(@Nullable String title) {
        if (title == null || title.length() <= LONGEST_TITLE) {
            return title;
        }
        boolean splits = Character.isHighSurrogate(title.charAt(LONGEST_TITLE - 1));
        return title.substring(0, splits ? LONGEST_TITLE - 1 : LONGEST_TITLE);
    }

    private static @Nullable String plain(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }
}
