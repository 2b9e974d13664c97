package dev.broadsheet.sink.console.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.console.Answer;
import dev.broadsheet.sink.console.ApiException;
import dev.broadsheet.sink.console.ApiRequest;
import dev.broadsheet.sink.console.Cursor;
import dev.broadsheet.sink.console.Endpoints;
import dev.broadsheet.sink.console.Json;
import dev.broadsheet.sink.console.Role;
import dev.broadsheet.sink.console.Routes;
import dev.broadsheet.sink.console.read.Newest.Found;
import dev.broadsheet.sink.console.read.Newest.Place;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import dev.broadsheet.sink.postgresql.ReadDatabase.Session;
import dev.broadsheet.sink.text.Terms;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** GET /articles: search and filters, newest first or best first. */
final class ArticleSearch implements Endpoints {
    private static final Set<String> PARAMETERS = Set.of(
            "q",
            "from",
            "to",
            "publication",
            "region",
            "entity",
            "type",
            "kind",
            "minConfidence",
            "sort",
            "limit",
            "cursor");

    private static final String ROWS = """
            select a.article_id as "articleId", a.title, a.kicker, a.subtitle, a.publication, a.issue_date as "issueDate", a.edition,
                   a.page, a.page_id as "pageId", a.section, a.kind, a.region_name as "regionName", a.region_code as "regionCode",
                   a.confidence, a.incomplete, (select count(*) from metrics m where m.article_id = a.article_id) as figures,
                   a.text as snippet
            from unnest(?) with ordinality as wanted (id, place) join articles a on a.article_id = wanted.id
            order by wanted.place""";

    /** Every hit of a phrase has to be looked at to know that it is one. */
    private static final int FEW_PHRASES = 500;

    private static final int FEW = 2_000;
    private static final int MOST = 10_000;
    /** The newest among which the best are told. */
    private static final int RANKED = 500;

    private final ReadDatabase database;

    ArticleSearch(ReadDatabase database) {
        this.database = database;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/articles", Role.READER, PARAMETERS, this::answer);
    }

    private Answer answer(ApiRequest request) {
        String query = request.text("q");
        Terms terms = terms(query);
        boolean byRank = "relevance".equals(request.choice("sort", Set.of("newest", "relevance"))) && query != null;
        Where where = where(request, query);
        Newest newest = new Newest(
                "articles a",
                "a.article_id",
                where,
                query != null,
                terms.hasPhrase() ? FEW_PHRASES : FEW,
                terms.hasPhrase() ? FEW_PHRASES : MOST);
        return Answer.ok(database.read(session -> byRank
                ? best(session, newest, request, String.valueOf(query), terms)
                : newest(session, newest, request, terms)));
    }

    private static ObjectNode newest(Session session, Newest newest, ApiRequest request, Terms terms)
            throws SQLException {
        int limit = request.limit();
        Found found = newest.find(session, limit + 1, Places.after(request), request.date("to"));
        return list(
                rows(session, Places.shown(found.places(), limit), terms), Places.next(found.places(), limit), found);
    }

    private static ObjectNode best(Session session, Newest newest, ApiRequest request, String query, Terms terms)
            throws SQLException {
        int limit = request.limit();
        List<String> after = request.cursor(2);
        Found found = newest.find(session, RANKED, null, request.date("to"));
        List<Ranked> ranked = ranked(session, found.places(), query).stream()
                .filter(article -> after == null || Ranked.ORDER.compare(Ranked.of(after), article) < 0)
                .toList();
        List<Place> shown = ranked.stream()
                .limit(limit)
                .map(article -> new Place(null, article.id()))
                .toList();
        String next = ranked.size() > limit ? ranked.get(limit - 1).cursor() : null;
        return list(rows(session, shown, terms), next, found);
    }

    /** An article and how well it fits. */
    private record Ranked(String id, double rank) {
        static final Comparator<Ranked> ORDER =
                Comparator.comparingDouble(Ranked::rank).reversed().thenComparing(Ranked::id);

        static Ranked of(List<String> cursor) {
            try {
                return new Ranked(cursor.get(1), Double.parseDouble(cursor.get(0)));
            } catch (NumberFormatException e) {
                throw Cursor.broken();
            }
        }

        String cursor() {
            return Cursor.of(Double.toString(rank), id);
        }
    }

    private static List<Ranked> ranked(Session session, List<Place> places, String query) throws SQLException {
        return session
                .objects(
                        "select article_id as id, ts_rank(search, article_query(?))::float8 as rank from articles"
                                + " where article_id = any (?)",
                        query,
                        ids(session, places))
                .stream()
                .map(row ->
                        new Ranked(row.get("id").textValue(), row.get("rank").doubleValue()))
                .sorted(Ranked.ORDER)
                .toList();
    }

    private static List<ObjectNode> rows(Session session, List<Place> places, Terms terms) throws SQLException {
        List<ObjectNode> rows = session.objects(ROWS, ids(session, places));
        rows.forEach(row -> {
            JsonNode title = row.get("title");
            row.set("titleHits", Snippet.hits(title.textValue(), terms));
            row.set("snippet", Snippet.of(row.get("snippet").textValue(), terms));
        });
        return rows;
    }

    private static Object ids(Session session, List<Place> places) throws SQLException {
        return session.texts(places.stream().map(Place::key).toList());
    }

    private static ObjectNode list(List<ObjectNode> rows, @Nullable String next, Found found) {
        ObjectNode list = Json.list(rows, next);
        list.put("total", found.more() ? null : Integer.valueOf(found.total()));
        list.put("totalAtLeast", found.total());
        return list;
    }

    private static Terms terms(@Nullable String query) {
        if (query == null) {
            return Terms.of("");
        }
        if (query.codePointCount(0, query.length()) > Terms.LONGEST) {
            throw ApiException.badRequest("q has more than " + Terms.LONGEST + " characters");
        }
        Terms terms = Terms.of(query);
        if (terms.isEmpty()) {
            throw ApiException.badRequest("q: there is nothing to search for in it");
        }
        return terms;
    }

    private static Where where(ApiRequest request, @Nullable String query) {
        LocalDate from = request.date("from");
        String confidence = text(request.decimal("minConfidence", 0, 1));
        Where where = new Where("a.state = 'CURRENT'")
                .andIf(query, "a.search @@ article_query(?)")
                .andIf(from, "a.issue_date >= ?")
                .andIf(request.date("to"), "a.issue_date <= ?")
                .andIf(request.text("publication"), "a.publication = ?")
                .andIf(request.text("kind"), "a.kind = ?")
                .andIf(confidence, "a.confidence >= ?::float8");
        Regions.filter(where, request.text("region"));
        return entity(where, request.text("entity"), request.text("type"));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Where entity(Where where, @Nullable String name, @Nullable String type) {
        if (name == null) {
            return type == null
                    ? where
                    : where.and(
                            "exists (select from entities e where e.article_id = a.article_id and e.type = ?)", type);
        }
        String named =
                "a.article_id in (select e.article_id from entities e where (e.text = ? or coalesce(e.canonical_name, e.text) = ?)";
        return type == null
                ? where.and(named + ")", name, name)
                : where.and(named + " and e.type = ?)", name, name, type);
    }
}
