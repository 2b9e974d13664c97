package dev.broadsheet.enrich;

import dev.broadsheet.contracts.InvestmentKind;
import dev.broadsheet.contracts.Project;
import dev.broadsheet.contracts.ProjectChange;
import dev.broadsheet.contracts.ProjectInvestment;
import dev.broadsheet.contracts.ProjectMilestone;
import dev.broadsheet.contracts.ProjectReport;
import dev.broadsheet.contracts.ProjectStage;
import dev.broadsheet.contracts.Qualifier;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.Retraction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts a project together from what its articles say. Pure functions. */
final class Projects {
    /** By issue date, an unknown one being the oldest, then by receivedAt, then by articleId. */
    static final Comparator<ProjectReport> NEWEST_FIRST = Comparator.comparing(
                    ProjectReport::getIssueDate, Comparator.nullsFirst(Comparator.<LocalDate>naturalOrder()))
            .thenComparing(report -> report.getVersion().getReceivedAt())
            .thenComparing(ProjectReport::getArticleId)
            .reversed();

    private static final Comparator<ProjectMilestone> ORDER =
            Comparator.comparing(ProjectMilestone::getStage).thenComparing(ProjectMilestone::getStatus);

    private Projects() {}

    /** Each field from the newest report that tells it; {@code reports} newest first, at least one. */
    static Project of(List<ProjectReport> reports) {
        ProjectReport newest = reports.get(0);
        ProjectReport placed = reports.stream()
                .filter(report -> report.getPlacePath() != null)
                .findFirst()
                .orElse(newest);
        return Project.newBuilder()
                .setProjectId(newest.getProjectId())
                .setVersion(newest.getVersion())
                .setIssueDate(newest.getIssueDate())
                .setName(newest.getName())
                .setPlaceCode(placed.getPlaceCode())
                .setPlacePath(placed.getPlacePath())
                .setOwner(first(reports, ProjectReport::getOwner))
                .setStage(Objects.requireNonNullElse(first(reports, Projects::stage), ProjectStage.UNKNOWN))
                .setMilestones(milestones(reports))
                .setTotalInvestment(first(reports, Projects::total))
                .setDoneInvestment(first(reports, Projects::done))
                .setDueInvestment(first(
                        reports,
                        report -> of(report, InvestmentKind.DUE).findFirst().orElse(null)))
                .setSources(reports)
                .build();
    }

    /** No article names it any more. */
    static Project retracted(ProjectChange last) {
        Retraction why = last.getRetraction();
        return Project.newBuilder()
                .setProjectId(last.getProjectId())
                .setState(RecordState.RETRACTED)
                .setRetraction(why == null ? new Retraction("no article names this project any more", null) : why)
                .setVersion(last.getVersion())
                .setName("")
                .setMilestones(List.of())
                .setSources(List.of())
                .build();
    }

    private static <T> @Nullable T first(List<ProjectReport> reports, Function<ProjectReport, @Nullable T> field) {
        for (ProjectReport report : reports) {
            T value = field.apply(report);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable ProjectStage stage(ProjectReport report) {
        return report.getStage() == ProjectStage.UNKNOWN ? null : report.getStage();
    }

    /** An exact one before a headline's round one, else the first. */
    private static @Nullable ProjectInvestment total(ProjectReport report) {
        return of(report, InvestmentKind.TOTAL)
                .min(Comparator.comparing(one -> one.getQualifier() != Qualifier.EXACT))
                .orElse(null);
    }

    /** The largest in the currency of the first: of 累计完成投资5亿元,其中今年3亿元 the whole. What another currency is worth is not known here. */
    private static @Nullable ProjectInvestment done(ProjectReport report) {
        List<ProjectInvestment> done = of(report, InvestmentKind.DONE).toList();
        return done.stream()
                .filter(one -> one.getCurrency().equals(done.get(0).getCurrency()))
                .max(Comparator.comparing(Projects::amount))
                .orElse(null);
    }

    private static BigDecimal amount(ProjectInvestment investment) {
        String amount = investment.getValue() == null ? investment.getMax() : investment.getValue();
        return amount == null ? BigDecimal.ZERO : new BigDecimal(amount);
    }

    private static Stream<ProjectInvestment> of(ProjectReport report, InvestmentKind kind) {
        return report.getInvestments().stream().filter(investment -> investment.getKind() == kind);
    }

    /** Of each stage and status the newest that is dated, else the newest. */
    private static List<ProjectMilestone> milestones(List<ProjectReport> reports) {
        List<ProjectMilestone> newest = new ArrayList<>();
        for (ProjectReport report : reports) {
            report.getMilestones().forEach(milestone -> add(newest, milestone));
        }
        newest.sort(ORDER);
        return newest;
    }

    private static void add(List<ProjectMilestone> newest, ProjectMilestone older) {
        for (int i = 0; i < newest.size(); i++) {
            if (ORDER.compare(newest.get(i), older) == 0) {
                if (newest.get(i).getWhen() == null && older.getWhen() != null) {
                    newest.set(i, older);
                }
                return;
            }
        }
        newest.add(older);
    }
}
