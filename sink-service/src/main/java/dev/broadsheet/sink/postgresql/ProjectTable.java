package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.StoredMetric.Evidence;
import dev.broadsheet.sink.store.StoredProject;
import dev.broadsheet.sink.store.StoredProject.Investment;
import dev.broadsheet.sink.store.StoredProject.Milestone;
import dev.broadsheet.sink.store.StoredProject.Owner;
import dev.broadsheet.sink.store.StoredProject.Passage;
import dev.broadsheet.sink.store.StoredProject.Source;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Projects by id, each as its last record says; those that no longer stand are not there. */
final class ProjectTable {
    private static final String COLUMNS = """
            project_id, received_at, issue_id, generation, issue_date, name, place_code, place_path, owner, owner_id, stage,
            milestones, total_value, total_currency, total, done_value, done_currency, done, due_value, due_currency, due, sources""";

    private static final String UPSERT = """
            insert into projects as old (%1$s)
            select %1$s from json_populate_recordset(null::projects, ?::json) order by project_id
            on conflict (project_id) do update set (%1$s) = row (%2$s)
            where old.* is distinct from excluded.*
            """.formatted(COLUMNS, COLUMNS.replaceAll("(\\w+)", "excluded.$1"));

    private ProjectTable() {}

    /** How many of the projects were new, changed or removed. */
    static int write(Connection connection, Collection<StoredProject> projects) throws SQLException {
        List<StoredProject> current =
                projects.stream().filter(StoredProject::current).toList();
        List<String> gone = projects.stream()
                .filter(project -> !project.current())
                .map(StoredProject::projectId)
                .toList();
        int changed = 0;
        if (!current.isEmpty()) {
            changed += Sql.update(connection, UPSERT, Rows.of(current, ProjectTable::row));
        }
        if (!gone.isEmpty()) {
            changed += Sql.update(
                    connection, "delete from projects where project_id = any (?)", Sql.texts(connection, gone));
        }
        return changed;
    }

    private static void row(Rows row, StoredProject project) throws IOException {
        Columns.version(row, project.version());
        Owner owner = project.owner();
        row.put("project_id", project.projectId())
                .put("issue_date", project.issueDate())
                .put("name", project.name())
                .put("place_code", project.placeCode())
                .put("place_path", project.placePath())
                .put("owner", owner == null ? null : owner.name())
                .put("owner_id", owner == null ? null : owner.canonicalId())
                .put("stage", project.stage())
                .list("milestones", milestones(project.milestones()))
                .list(
                        "sources",
                        project.sources().stream().map(ProjectTable::source).toList());
        investment(row, "total", project.total());
        investment(row, "done", project.done());
        investment(row, "due", project.due());
    }

    private static void investment(Rows row, String column, @Nullable Investment investment) throws IOException {
        if (investment != null) {
            row.put(column + "_value", investment.value())
                    .put(column + "_currency", investment.currency())
                    .object(column, investment(investment));
        }
    }

    private static Map<String, @Nullable Object> source(Source source) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("article_id", source.articleId());
        json.put("page_id", source.pageId());
        json.put("received_at", source.version().receivedAt().toString());
        json.put("issue_id", source.version().issueId());
        json.put("generation", source.version().generation());
        json.put("publication", source.publication());
        json.put("issue_date", text(source.issueDate()));
        json.put("title", source.title());
        json.put("mention", passage(source.mention()));
        json.put("mentions", source.mentions());
        json.put("owner", owner(source.owner()));
        json.put("stage", source.stage());
        json.put("milestones", milestones(source.milestones()));
        json.put(
                "investments",
                source.investments().stream().map(ProjectTable::investment).toList());
        json.put("extractor", source.extractor());
        return json;
    }

    private static List<Map<String, @Nullable Object>> milestones(List<Milestone> milestones) {
        return milestones.stream().map(ProjectTable::milestone).toList();
    }

    private static Map<String, @Nullable Object> milestone(Milestone milestone) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("stage", milestone.stage());
        json.put("status", milestone.status());
        json.put("when", milestone.when());
        json.put("day", text(milestone.day()));
        json.put("evidence", passage(milestone.evidence()));
        return json;
    }

    private static Map<String, @Nullable Object> investment(Investment investment) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("kind", investment.kind());
        json.put("metric_id", investment.metricId());
        json.put("value", investment.value());
        json.put("currency", investment.currency());
        json.put("min", investment.min());
        json.put("max", investment.max());
        json.put("qualifier", investment.qualifier());
        json.put("status", investment.status());
        json.put("period", investment.period());
        json.put("evidence", passage(investment.evidence()));
        return json;
    }

    private static @Nullable Map<String, @Nullable Object> owner(@Nullable Owner owner) {
        if (owner == null) {
            return null;
        }
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", owner.name());
        json.put("canonical_id", owner.canonicalId());
        json.put("evidence", passage(owner.evidence()));
        return json;
    }

    private static Map<String, @Nullable Object> passage(Passage passage) {
        Evidence words = passage.words();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("article_id", passage.articleId());
        json.put("block", words.block());
        json.put("start", words.start());
        json.put("end", words.end());
        json.put("lines", words.lines());
        json.put("quote", words.quote());
        return json;
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }
}
