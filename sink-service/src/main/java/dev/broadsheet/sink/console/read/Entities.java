package dev.broadsheet.sink.console.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.console.Answer;
import dev.broadsheet.sink.console.ApiRequest;
import dev.broadsheet.sink.console.Cursor;
import dev.broadsheet.sink.console.Endpoints;
import dev.broadsheet.sink.console.Json;
import dev.broadsheet.sink.console.Role;
import dev.broadsheet.sink.console.Routes;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GET /entities: what articles name, the most named first. The 50,000 that most articles name are searched for any part of their name; of the
 * others the whole name has to be given.
 */
final class Entities implements Endpoints {
    static final Set<String> TYPES =
            Set.of("PERSON", "PLACE", "ORGANIZATION", "PROJECT", "PROGRAMME", "PLATFORM", "EVENT");

    private static final String GROUPED = """
            select type, name, case when min(id) = max(id) then min(id) end as "canonicalId", count(*) as articles,
                   sum(n)::bigint as mentions
            from (select e.type, coalesce(e.canonical_name, e.text) as name, min(e.canonical_id) as id, e.article_id, count(*) as n
                  from entities e %s group by 1, 2, 4) as grouped
            group by 1, 2 order by 4 desc, 1, 2 limit 50000""";

    private static final String ALL = GROUPED.formatted("");
    private static final String NAMED = GROUPED.formatted("where coalesce(e.canonical_name, e.text) = ?");

    private static final Comparator<ObjectNode> ORDER = Comparator.<ObjectNode>comparingInt(
                    row -> -row.get("articles").intValue())
            .thenComparing(row -> row.get("type").textValue())
            .thenComparing(row -> row.get("name").textValue());

    private final ReadDatabase database;
    private final Kept<List<ObjectNode>> most;

    Entities(ReadDatabase database, Clock clock) {
        this.database = database;
        this.most = new Kept<>(
                () -> database.read(
                        session -> session.objects(ALL).stream().sorted(ORDER).toList()),
                clock);
    }

    @Override
    public void register(Routes routes) {
        routes.get("/entities", Role.READER, Set.of("q", "type", "limit", "cursor"), this::list);
    }

    private Answer list(ApiRequest request) {
        String name = request.text("q");
        String type = request.choice("type", TYPES);
        List<String> after = request.cursor(3);
        int limit = request.limit();
        List<ObjectNode> found = page(most.get(), name, type, after, limit + 1);
        if (found.isEmpty() && name != null && after == null) {
            found = page(database.read(session -> session.objects(NAMED, name)), name, type, null, limit + 1);
        }
        String next = found.size() > limit ? cursor(found.get(limit - 1)) : null;
        return Answer.ok(Json.list(found.subList(0, Math.min(limit, found.size())), next));
    }

    private static List<ObjectNode> page(
            List<ObjectNode> rows,
            @Nullable String name,
            @Nullable String type,
            @Nullable List<String> after,
            int most) {
        String wanted = Names.folded(name);
        ObjectNode last = after == null ? null : row(after);
        return rows.stream()
                .filter(row -> type == null || type.equals(row.get("type").textValue()))
                .filter(row -> Names.folded(row.get("name").textValue()).contains(wanted))
                .filter(row -> last == null || ORDER.compare(row, last) > 0)
                .limit(most)
                .toList();
    }

    private static String cursor(ObjectNode row) {
        return Cursor.of(
                row.get("articles").asText(),
                row.get("type").textValue(),
                row.get("name").textValue());
    }

    private static ObjectNode row(List<String> cursor) {
        try {
            return Json.object()
                    .put("articles", Integer.parseInt(cursor.get(0)))
                    .put("type", cursor.get(1))
                    .put("name", cursor.get(2));
        } catch (NumberFormatException e) {
            throw Cursor.broken();
        }
    }
}
