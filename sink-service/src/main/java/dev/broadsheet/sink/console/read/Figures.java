package dev.broadsheet.sink.console.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.console.Answer;
import dev.broadsheet.sink.console.ApiRequest;
import dev.broadsheet.sink.console.Endpoints;
import dev.broadsheet.sink.console.Json;
import dev.broadsheet.sink.console.Role;
import dev.broadsheet.sink.console.Routes;
import dev.broadsheet.sink.console.read.Newest.Found;
import dev.broadsheet.sink.console.read.Newest.Place;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import dev.broadsheet.sink.postgresql.ReadDatabase.Session;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** GET /figures and /figures.csv: figures of current articles, those of the newest article first. */
final class Figures implements Endpoints {
    /** A figure's own fields; metrics as m. */
    static final String METRIC = """
            m.metric_id as "metricId", m.quote, m.block, m.start_at as start, m.end_at as "end", m.lines, m.indicator,
            m.canonical_indicator as "canonicalIndicator", m.subject, m.raw_value as "rawValue", m.value, m.unit,
            m.normalized_value as "normalizedValue", m.normalized_unit as "normalizedUnit", m.min_value as "minValue",
            m.max_value as "maxValue", m.qualifier, m.status, m.kind, m.growth_base as "growthBase", m.period,
            m.period_from as "periodFrom", m.period_to as "periodTo", m.flags""";

    private static final String ROWS = "select " + METRIC + """
            , a.article_id as "articleId", a.page_id as "pageId", a.title, a.publication, a.issue_date as "issueDate", a.page,
            a.region_name as "regionName", a.region_code as "regionCode"
            from unnest(?) with ordinality as wanted (key, place)
            join metrics m on m.article_id = split_part(wanted.key, ' ', 1) and m.ordinal = split_part(wanted.key, ' ', 2)::integer
            join articles a on a.article_id = m.article_id
            order by wanted.place""";

    private static final Set<String> FILTERS = Set.of(
            "indicator", "region", "subject", "status", "kind", "growthBase", "unit", "publication", "from", "to");
    private static final String PERIOD = "coalesce(m.period_to, a.issue_date)";
    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 1_000;
    private static final int MOST_ROWS = 10_000;
    private static final int FEW = 5_000;
    /** Of most subjects there are fewer, which are found at once. */
    private static final int FEW_OF_SUBJECT = 500;

    private final ReadDatabase database;

    Figures(ReadDatabase database) {
        this.database = database;
    }

    @Override
    public void register(Routes routes) {
        Set<String> paged = new HashSet<>(FILTERS);
        paged.addAll(Set.of("limit", "cursor"));
        routes.get("/figures", Role.READER, paged, this::list);
        routes.get("/figures.csv", Role.READER, FILTERS, this::csv);
    }

    /** The newest figures of a subject. */
    static List<ObjectNode> of(Session session, String subject, int most) throws SQLException {
        Newest newest =
                newest(new Where("a.state = 'CURRENT'").and("m.subject = ?", subject), FEW_OF_SUBJECT, FEW_OF_SUBJECT);
        return rows(session, newest.find(session, most, null, null).places());
    }

    private Answer list(ApiRequest request) {
        int limit = request.integer("limit", DEFAULT_LIMIT, 1, LARGEST_LIMIT);
        Place after = Places.after(request);
        Newest newest = newest(where(request), FEW, Newest.UNCOUNTED);
        return Answer.ok(database.read(session -> {
            Found found = newest.find(session, limit + 1, after, null);
            return Json.list(rows(session, Places.shown(found.places(), limit)), Places.next(found.places(), limit));
        }));
    }

    private Answer csv(ApiRequest request) {
        Newest newest = newest(where(request), FEW, Newest.UNCOUNTED);
        List<ObjectNode> rows = database.read(session ->
                rows(session, newest.find(session, MOST_ROWS, null, null).places()));
        return Answer.file("text/csv; charset=utf-8", Csv.of(rows))
                .with("Content-Disposition", "attachment; filename=\"figures.csv\"");
    }

    private static Newest newest(Where where, int few, int most) {
        return new Newest(
                "metrics m join articles a on a.article_id = m.article_id",
                "m.article_id || ' ' || to_char(m.ordinal, 'FM000000000')",
                where,
                false,
                few,
                most);
    }

    private static List<ObjectNode> rows(Session session, List<Place> places) throws SQLException {
        return session.objects(
                ROWS, session.texts(places.stream().map(Place::key).toList()));
    }

    private static Where where(ApiRequest request) {
        Where where = new Where("a.state = 'CURRENT'")
                .andIf(
                        request.text("indicator"),
                        "(coalesce(m.canonical_indicator, m.indicator) = ? or m.indicator = ?)")
                .andIf(request.text("subject"), "m.subject = ?")
                .andIf(request.text("status"), "m.status = ?")
                .andIf(request.text("kind"), "m.kind = ?")
                .andIf(request.text("growthBase"), "m.growth_base = ?")
                .andIf(request.text("unit"), "m.normalized_unit = ?")
                .andIf(request.text("publication"), "a.publication = ?")
                .andIf(request.date("from"), PERIOD + " >= ?")
                .andIf(request.date("to"), PERIOD + " <= ?");
        Regions.filter(where, request.text("region"));
        return where;
    }
}
