package dev.broadsheet.sink.console.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.console.Answer;
import dev.broadsheet.sink.console.ApiException;
import dev.broadsheet.sink.console.ApiRequest;
import dev.broadsheet.sink.console.Endpoints;
import dev.broadsheet.sink.console.Json;
import dev.broadsheet.sink.console.Role;
import dev.broadsheet.sink.console.Routes;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import dev.broadsheet.sink.postgresql.ReadDatabase.Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** GET /entities/{type}/{name…}: one thing, with when it was in the news, its figures, and what it appears with. */
final class EntityDetails implements Endpoints {
    private static final String MENTIONS =
            " from entities e where coalesce(e.canonical_name, e.text) = ? and e.type = ?";

    private static final String THING = """
            select case when min(e.canonical_id) = max(e.canonical_id) then min(e.canonical_id) end as "canonicalId",
                   case when min(coalesce(e.code, e.place_code)) = max(coalesce(e.code, e.place_code))
                        then min(coalesce(e.code, e.place_code)) end as code,
                   case when min(coalesce(e.path, e.place_path)) = max(coalesce(e.path, e.place_path))
                        then min(coalesce(e.path, e.place_path)) end as path,
                   (array_agg(distinct e.text))[1:50] as texts, count(distinct e.article_id) as articles""" + MENTIONS;

    private static final String MONTHS =
            "select to_char(date_trunc('month', a.issue_date), 'YYYY-MM') as month, count(*) as articles,"
                    + " min(a.issue_date) as first, max(a.issue_date) as last from articles a where a.state = 'CURRENT'"
                    + " and a.issue_date is not null and a.article_id in (select e.article_id" + MENTIONS
                    + ") group by 1 order by 1";

    /** Of the newest articles that name it: all would take too long where there are many. */
    private static final String TOGETHER = """
            with named as materialized (
                select a.article_id from articles a where a.state = 'CURRENT' and a.article_id in (select e.article_id%s)
                order by a.issue_date desc nulls last, a.article_id limit 500)
            select e.type, coalesce(e.canonical_name, e.text) as name, count(distinct e.article_id) as articles
            from named join entities e on e.article_id = named.article_id
            where not (coalesce(e.canonical_name, e.text) = ? and e.type = ?)
            group by 1, 2 order by 3 desc, 1, 2 limit 20""".formatted(MENTIONS);

    private static final String PROJECT = """
            select project_id as "projectId", name, stage, place_code as "placeCode", place_path as "placePath", owner,
                   total_value as "totalValue", total_currency as "totalCurrency", done_value as "doneValue",
                   done_currency as "doneCurrency", due_value as "dueValue", due_currency as "dueCurrency", milestones
            from projects where name = ? order by received_at desc, project_id limit 1""";

    private static final String SOURCES = """
            select article_id as "articleId", title, issue_date as "issueDate", stage, quote, lines, page_id as "pageId"
            from project_source_overview where project_id = ? limit 100""";

    private static final int MOST_FIGURES = 100;

    private final ReadDatabase database;

    EntityDetails(ReadDatabase database) {
        this.database = database;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/entities/{type}/{name…}", Role.READER, Set.of(), this::answer);
    }

    private Answer answer(ApiRequest request) {
        String type = request.part("type");
        String name = request.part("name");
        return Answer.ok(database.read(session -> thing(session, type, name)));
    }

    private static ObjectNode thing(Session session, String type, String name) throws SQLException {
        ObjectNode thing = Json.object().put("type", type).put("name", name);
        thing.setAll(session.objects(THING, name, type).get(0));
        if (thing.get("articles").intValue() == 0) {
            throw ApiException.notFound("no article names this");
        }
        List<ObjectNode> months = session.objects(MONTHS, name, type);
        thing.set("firstDate", months.isEmpty() ? null : months.get(0).get("first"));
        thing.set(
                "lastDate",
                months.isEmpty() ? null : months.get(months.size() - 1).get("last"));
        months.forEach(month -> month.remove(List.of("first", "last")));
        thing.putArray("byMonth").addAll(months);
        thing.putArray("together").addAll(session.objects(TOGETHER, name, type, name, type));
        thing.putArray("figures").addAll(Figures.of(session, name, MOST_FIGURES));
        thing.set("project", type.equals("PROJECT") ? project(session, name) : null);
        return thing;
    }

    private static @Nullable ObjectNode project(Session session, String name) throws SQLException {
        List<ObjectNode> found = session.objects(PROJECT, name);
        if (found.isEmpty()) {
            return null;
        }
        ObjectNode project = found.get(0);
        project.putArray("sources")
                .addAll(session.objects(SOURCES, project.get("projectId").textValue()));
        return project;
    }
}
