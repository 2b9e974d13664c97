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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * GET /entities: what articles name, the most named first. The 50,000 that most articles name are searched for any part of their name; of the
 * others the whole name has to be given.
 */
final class Entities implements Endpoints {
    static final Set<String> TYPES =
            Set.of("PERSON", "PLACE", "ORGANIZATION", "PROJECT", "PROGRAMME", "PLATFORM", "EVENT");

    private static final String COUNTED = """
            select t.type, t.name, sum(t.articles)::bigint as articles, sum(t.mentions)::bigint as mentions
            from thing_months t %s group by 1, 2 having sum(t.articles) > 0 order by 3 desc, 1, 2 limit 50000""";

    private static final String ALL = COUNTED.formatted("");
    private static final String NAMED = COUNTED.formatted("where t.name = ?");

    private static final Comparator<ObjectNode> ORDER = Comparator.<ObjectNode>comparingInt(
                    row -> -row.get("articles").intValue())
            .thenComparing(row -> row.get("type").textValue())
            .thenComparing(row -> row.get("name").textValue());

    private final ReadDatabase database;
    private final Kept<List<Thing>> most;

    /** {@code folded}: its name as names are compared. */
    private record Thing(ObjectNode row, String folded) {
        static final Comparator<Thing> BY_ROW = Comparator.comparing(Thing::row, ORDER);

        static Thing of(ObjectNode row) {
            return new Thing(row, Names.folded(row.get("name").textValue()));
        }
    }

    Entities(ReadDatabase database, Clock clock) {
        this.database = database;
        this.most = new Kept<>(() -> things(ALL), clock);
    }

    @Override
    public void register(Routes routes) {
        routes.get("/entities", Role.READER, Set.of("q", "type", "limit", "cursor"), this::list);
    }

    private Answer list(ApiRequest request) {
        String name = request.text("q");
        String type = request.choice("type", TYPES);
        List<String> cursor = request.cursor(3);
        ObjectNode after = cursor == null ? null : row(cursor);
        int limit = request.limit();
        // Not by what is left after the cursor: each page of a list comes from the same of the two.
        List<Thing> among = most.get();
        if (name != null && matching(among, name, type).findAny().isEmpty()) {
            among = things(NAMED, name);
        }
        List<ObjectNode> found = matching(among, name, type)
                .map(Thing::row)
                .filter(row -> after == null || ORDER.compare(row, after) > 0)
                .limit(limit + 1L)
                .toList();
        String next = found.size() > limit ? cursor(found.get(limit - 1)) : null;
        return Answer.ok(Json.list(identified(found.subList(0, Math.min(limit, found.size()))), next));
    }

    /** With the canonicalId of each; rows that are kept are shared and stay as they are. */
    private List<ObjectNode> identified(List<ObjectNode> rows) {
        List<ObjectNode> forms = database.read(session -> Forms.of(session, texts(rows, "type"), texts(rows, "name")));
        List<ObjectNode> all = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            ObjectNode row = rows.get(i).deepCopy();
            row.set("canonicalId", forms.get(i).get("canonicalId"));
            all.add(row);
        }
        return all;
    }

    private static List<String> texts(List<ObjectNode> rows, String field) {
        return rows.stream().map(row -> row.get(field).textValue()).toList();
    }

    private List<Thing> things(String sql, Object... parameters) {
        return database.read(session -> session.objects(sql, parameters)).stream()
                .map(Thing::of)
                .sorted(Thing.BY_ROW)
                .toList();
    }

    private static Stream<Thing> matching(List<Thing> things, @Nullable String name, @Nullable String type) {
        String wanted = Names.folded(name);
        return things.stream()
                .filter(thing ->
                        type == null || type.equals(thing.row().get("type").textValue()))
                .filter(thing -> thing.folded().contains(wanted));
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
