package dev.broadsheet.sink.console.read;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GET /entities/{type}/{name…}: one thing, with when it was in the news, its figures, and what it appears with. Nothing here reads all mentions of
 * a thing: half of all articles may name it.
 */
final class EntityDetails implements Endpoints {
    private static final String NAMED = "coalesce(e.canonical_name, e.text) = ? and e.type = ?";
    private static final String NAMED_IN_ARTICLE =
            "exists (select from entities e where e.article_id = a.article_id and " + NAMED + ")";

    /** The unknown month, which is counted too, has no name. */
    private static final String MONTHS = """
            select case when isfinite(t.month) then to_char(t.month, 'YYYY-MM') end as month, sum(t.articles)::bigint as articles
            from thing_months t where t.name = ? and t.type = ? group by t.month having sum(t.articles) > 0 order by t.month""";

    /** The newest articles that name it, in which others are counted. */
    private static final int COMPANY = 500;

    private static final String NEWEST = "select a.article_id as key, a.issue_date as date from articles a where %s"
            + " order by a.issue_date desc nulls last, a.article_id limit " + COMPANY;

    private static final String FIRST_DATE = "select a.issue_date as date from articles a where a.state = 'CURRENT'"
            + " and a.issue_date >= ? and " + NAMED_IN_ARTICLE + " order by a.issue_date limit 1";

    private static final String TOGETHER = """
            select e.type, coalesce(e.canonical_name, e.text) as name, count(distinct e.article_id) as articles
            from entities e where e.article_id = any (?) and not (%s)
            group by 1, 2 order by 3 desc, 1, 2 limit 20""".formatted(NAMED);

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
        session.cheapLookups();
        List<ObjectNode> months = session.objects(MONTHS, name, type);
        if (months.isEmpty()) {
            throw ApiException.notFound("no article names this");
        }
        ObjectNode thing = Json.object().put("type", type).put("name", name);
        thing.setAll(Forms.of(session, List.of(type), List.of(name)).get(0));
        thing.put(
                "articles",
                months.stream()
                        .mapToLong(month -> month.get("articles").longValue())
                        .sum());
        List<ObjectNode> newest = newest(session, type, name, months);
        months.removeIf(month -> month.get("month").isNull());
        thing.set("firstDate", months.isEmpty() ? null : firstDate(session, type, name, months.get(0)));
        thing.set("lastDate", newest.isEmpty() ? null : newest.get(0).get("date"));
        thing.putArray("byMonth").addAll(months);
        Object articles = session.texts(
                newest.stream().map(article -> article.get("key").textValue()).toList());
        thing.putArray("together").addAll(session.objects(TOGETHER, articles, name, type));
        thing.putArray("figures").addAll(Figures.of(session, name, MOST_FIGURES));
        thing.set("project", type.equals("PROJECT") ? project(session, name) : null);
        return thing;
    }

    private static List<ObjectNode> newest(Session session, String type, String name, List<ObjectNode> months)
            throws SQLException {
        Where where = new Where("a.state = 'CURRENT'")
                .and(NAMED_IN_ARTICLE, name, type)
                .andIf(sinceEnough(months), "a.issue_date >= ?");
        return session.objects(NEWEST.formatted(where.sql()), where.bound());
    }

    /** The first day of the month from which on there are enough articles; null where it takes those of unknown days too. */
    private static @Nullable LocalDate sinceEnough(List<ObjectNode> months) {
        long articles = 0;
        for (int i = months.size() - 1; i >= 0; i--) {
            articles += months.get(i).get("articles").longValue();
            String month = months.get(i).get("month").textValue();
            if (articles >= COMPANY && month != null) {
                return firstDay(month);
            }
        }
        return null;
    }

    private static LocalDate firstDay(String month) {
        return LocalDate.parse(month + "-01");
    }

    private static @Nullable JsonNode firstDate(Session session, String type, String name, ObjectNode firstMonth)
            throws SQLException {
        LocalDate from = firstDay(firstMonth.get("month").textValue());
        List<ObjectNode> first = session.objects(FIRST_DATE, from, name, type);
        return first.isEmpty() ? null : first.get(0).get("date");
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
