package dev.broadsheet.sink.console.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.postgresql.ReadDatabase.Session;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds what belongs to current articles, the newest issue date first (unknown dates last), then by a key; and counts it. Rows that match are
 * looked for in two ways, because no single way is fast for rare and for common words alike: any, up to {@code few} of them, which are sorted if
 * that is all; or the newest, by a {@link Walk}. Where nothing is counted, the walk's first stretch comes first.
 *
 * @param from tables of the statement, among them articles as a
 * @param key of a row, a text
 * @param byText whether conditions are on the text index
 * @param few how many rows are cheap to look at
 * @param most rows that are counted, or {@link #UNCOUNTED}
 */
record Newest(String from, String key, Where where, boolean byText, int few, int most) {
    /** Nobody is told how many there are. */
    static final int UNCOUNTED = 0;

    /** A row's place in the order. */
    record Place(@Nullable LocalDate date, String key) {}

    /** {@code total} is what was counted; {@code more}: there may be more. */
    record Found(List<Place> places, int total, boolean more) {}

    /** At most {@code limit} rows after {@code after}. {@code latest}: no row is newer, where that is known. */
    Found find(Session session, int limit, @Nullable Place after, @Nullable LocalDate latest) throws SQLException {
        Walk walk = new Walk(session, this, limit, after, latest);
        if (most == UNCOUNTED) {
            session.cheapLookups();
            if (walk.first()) {
                return new Found(walk.places(), limit, true);
            }
        }
        List<Place> places = new ArrayList<>();
        onlyBitmaps(session, true);
        int total = few(session, limit, after, places);
        if (total <= few) {
            onlyBitmaps(session, false);
            return new Found(places, total, false);
        }
        int counted = most > few ? count(session) : total;
        onlyBitmaps(session, false);
        return new Found(walk.places(), Math.min(counted, Math.max(few, most)), counted > most);
    }

    private void onlyBitmaps(Session session, boolean only) throws SQLException {
        if (byText) {
            session.onlyBitmaps(only);
        }
    }

    private int few(Session session, int limit, @Nullable Place after, List<Place> places) throws SQLException {
        Where later = after(after);
        String sql =
                "with hits as materialized (select a.issue_date as date, " + key + " as key from " + from + " where "
                        + where.sql() + " limit " + (few + 1) + ")"
                        + " select t.total, h.date, h.key from (select count(*) as total from hits) t left join lateral"
                        + " (select date, key from hits where " + later.sql()
                        + " order by date desc nulls last, key limit " + limit
                        + ") h on true order by h.date desc nulls last, h.key";
        List<ObjectNode> rows = session.objects(sql, where.bound(later.bound()));
        rows.stream().filter(row -> !row.get("key").isNull()).forEach(row -> places.add(place(row)));
        return rows.get(0).get("total").intValue();
    }

    private int count(Session session) throws SQLException {
        return session.objects(
                        "select count(*) as total from (select 1 from " + from + " where " + where.sql() + " limit "
                                + (most + 1) + ") counted",
                        where.bound())
                .get(0)
                .get("total")
                .intValue();
    }

    static Where after(@Nullable Place after) {
        Where later = new Where("true");
        if (after == null) {
            return later;
        }
        return after.date() == null
                ? later.and("date is null and key > ?", after.key())
                : later.and(
                        "(date < ? or (date = ? and key > ?) or date is null)",
                        after.date(),
                        after.date(),
                        after.key());
    }

    static Place place(ObjectNode row) {
        return new Place(date(row.get("date")), row.get("key").textValue());
    }

    static @Nullable LocalDate date(JsonNode date) {
        return date.isNull() ? null : LocalDate.parse(date.textValue());
    }
}
