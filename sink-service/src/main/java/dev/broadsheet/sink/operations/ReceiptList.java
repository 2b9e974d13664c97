package dev.broadsheet.sink.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.sink.console.Answer;
import dev.broadsheet.sink.console.ApiRequest;
import dev.broadsheet.sink.console.Cursor;
import dev.broadsheet.sink.console.Json;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Receipts, newest first. Any thread. */
final class ReceiptList {
    static final Set<String> PARAMETERS = Set.of("fileName", "state", "feed", "issue", "limit", "cursor");

    /** The feeds that receipts name, by as many steps through an index as there are. */
    static final String FEEDS = """
        feeds_of_receipts as (
            (select feed from receipts order by feed limit 1)
            union all
            select (select feed from receipts where feed > f.feed order by feed limit 1)
            from feeds_of_receipts f where f.feed is not null)
        """;

    private static final List<String> STATES = Arrays.stream(ReceiptState.values())
            .filter(state -> state != ReceiptState.UNKNOWN)
            .map(ReceiptState::name)
            .toList();
    private static final List<String> KEY =
            List.of("at", "deliveryId", "state", "service", "generation", "store", "issueId", "pageId");
    private static final String KEY_COLUMNS =
            "at, delivery_id, state, service, generation, coalesce(store, ''), coalesce(issue_id, ''),"
                    + " coalesce(page_id, '')";
    private static final String ORDER = KEY_COLUMNS.replaceAll(", (?=[a-z])", " desc, ") + " desc";
    private static final String COLUMNS = """
        at, state, service, instance, feed, file_name as "fileName", delivery_id as "deliveryId", issue_id as "issueId",
        page_id as "pageId", articles, store, reason, first_delivery_id as "firstDeliveryId",
        other_issue_id as "otherIssueId", generation\
        """;

    private final ReadDatabase database;

    ReceiptList(ReadDatabase database) {
        this.database = database;
    }

    Answer answer(ApiRequest request) {
        int limit = request.limit();
        Conditions conditions = after(request.cursor(KEY.size()));
        List<ObjectNode> rows = database.read(session -> select(session, request, conditions, limit + 1));
        return Answer.ok(page(rows, limit));
    }

    private static List<ObjectNode> select(
            ReadDatabase.Session session, ApiRequest request, Conditions conditions, int rows) throws SQLException {
        String feed = request.text("feed");
        String state = request.choice("state", STATES);
        String fileName = request.text("fileName");
        String issue = request.text("issue");
        if (fileName == null && issue == null && (feed != null || state != null)) {
            return ofFeedsAndStates(session, feed, state, conditions, rows);
        }
        conditions
                .equal("feed", feed)
                .equal("state", state)
                .equal("file_name", fileName)
                .issue(issue);
        return session.objects(
                "select " + COLUMNS + " from receipts where " + conditions.sql() + " order by " + ORDER + " limit ?",
                conditions.values(rows));
    }

    // The newest of each feed and state by one index, instead of all until enough of them fit.
    private static List<ObjectNode> ofFeedsAndStates(
            ReadDatabase.Session session,
            @Nullable String feed,
            @Nullable String state,
            Conditions conditions,
            int rows)
            throws SQLException {
        String newest = "select r.* from receipts r where r.feed = c.feed and r.state = c.state and " + conditions.sql()
                + " order by " + ORDER + " limit ?";
        String feeds = feed == null ? "feeds_of_receipts" : "(select ?::text as feed)";
        String sql = "with recursive " + FEEDS + ", chosen as (select f.feed, s.state from " + feeds + " f,"
                + " unnest(?::text[]) as s(state))"
                + " select " + COLUMNS + " from (select n.* from chosen c, lateral (" + newest + ") n) r"
                + " order by " + ORDER + " limit ?";
        List<Object> values = new ArrayList<>();
        if (feed != null) {
            values.add(feed);
        }
        values.add(session.texts(state == null ? STATES : List.of(state)));
        Collections.addAll(values, conditions.values(rows, rows));
        return session.objects(sql, values.toArray());
    }

    private static Conditions after(@Nullable List<String> cursor) {
        Conditions conditions = new Conditions();
        if (cursor == null) {
            return conditions;
        }
        try {
            String at = Times.text(Instant.parse(cursor.get(0)));
            long generation = Long.parseLong(cursor.get(4));
            return conditions.and(
                    "(" + KEY_COLUMNS + ") < (?::timestamptz, ?, ?, ?, ?, ?, ?, ?)",
                    at,
                    cursor.get(1),
                    cursor.get(2),
                    cursor.get(3),
                    generation,
                    cursor.get(5),
                    cursor.get(6),
                    cursor.get(7));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw Cursor.broken();
        }
    }

    private static ObjectNode page(List<ObjectNode> rows, int limit) {
        if (rows.size() <= limit) {
            return Json.list(rows, null);
        }
        ObjectNode last = rows.get(limit - 1);
        String[] key = KEY.stream()
                .map(field -> last.path(field).isNull() ? "" : last.path(field).asText())
                .toArray(String[]::new);
        return Json.list(rows.subList(0, limit), Cursor.of(key));
    }
}
