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
 * looked for twice in different ways, because no single way is fast for rare and for common words alike: first any, up to {@code few} of them;
 * if that is all, they are sorted. Otherwise the newest are looked for in stretches of days that grow, so that neither all that match nor all
 * that does not is ever read or sorted.
 *
 * @param from tables of the statement, among them articles as a
 * @param key of a row, a text
 * @param byText whether conditions are on the text index
 * @param few how many rows are cheap to look at
 * @param most rows that are counted
 */
record Newest(String from, String key, Where where, boolean byText, int few, int most) {
    private static final int FIRST_STRETCH = 500;
    private static final int LONGEST_STRETCH = 8_000;
    private static final int GROWTH = 4;

    /** A row's place in the order. */
    record Place(@Nullable LocalDate date, String key) {}

    /** {@code total} is what {@code most} allows to count: then there may be more. */
    record Found(List<Place> places, int total, boolean more) {}

    /** At most {@code limit} rows after {@code after}. {@code latest}: no row is newer, where that is known. */
    Found find(Session session, int limit, @Nullable Place after, @Nullable LocalDate latest) throws SQLException {
        List<Place> places = new ArrayList<>();
        session.onlyBitmaps(byText);
        int total = few(session, limit, after, places);
        if (total <= few) {
            session.onlyBitmaps(false);
            return new Found(places, total, false);
        }
        int counted = most > few ? count(session) : total;
        session.onlyBitmaps(false);
        places.clear();
        walk(session, limit, after, latest, places);
        return new Found(places, Math.min(counted, most), counted > most);
    }

    private int few(Session session, int limit, @Nullable Place after, List<Place> places) throws SQLException {
        Where later = after(new Where("true"), after);
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

    private void walk(Session session, int limit, @Nullable Place after, @Nullable LocalDate latest, List<Place> places)
            throws SQLException {
        LocalDate to = after == null || after.date() == null ? latest : after.date();
        boolean dated = after == null || after.date() != null;
        for (int stretch = FIRST_STRETCH; dated && places.size() < limit; ) {
            LocalDate first = dayAfter(session, to, stretch);
            Where days = where.with("a.issue_date is not null")
                    .andIf(to, "a.issue_date <= ?")
                    .andIf(first, "a.issue_date >= ?");
            read(session, days, limit - places.size(), after, places);
            dated = first != null;
            to = first == null ? null : first.minusDays(1);
            stretch = Math.min(stretch * GROWTH, LONGEST_STRETCH);
        }
        if (places.size() < limit) {
            read(session, where.with("a.issue_date is null"), limit - places.size(), after, places);
        }
    }

    private void read(Session session, Where days, int limit, @Nullable Place after, List<Place> places)
            throws SQLException {
        Where later = after(new Where("true"), after);
        String sql =
                "with hits as materialized (select a.issue_date as date, " + key + " as key from " + from + " where "
                        + days.sql() + ") select date, key from hits where " + later.sql()
                        + " order by date desc nulls last, key limit " + limit;
        session.objects(sql, days.bound(later.bound())).forEach(row -> places.add(place(row)));
    }

    /** The day on which the article stands that is so many places older; null where there are not as many. */
    private static @Nullable LocalDate dayAfter(Session session, @Nullable LocalDate to, int articles)
            throws SQLException {
        Where newer = new Where("a.state = 'CURRENT' and a.issue_date is not null").andIf(to, "a.issue_date <= ?");
        List<ObjectNode> day = session.objects(
                "select a.issue_date as date from articles a where " + newer.sql()
                        + " order by a.issue_date desc nulls last, a.article_id offset " + articles + " limit 1",
                newer.bound());
        return day.isEmpty() ? null : date(day.get(0).get("date"));
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

    private static Where after(Where where, @Nullable Place after) {
        if (after == null) {
            return where;
        }
        return after.date() == null
                ? where.and("date is null and key > ?", after.key())
                : where.and(
                        "(date < ? or (date = ? and key > ?) or date is null)",
                        after.date(),
                        after.date(),
                        after.key());
    }

    private static Place place(ObjectNode row) {
        return new Place(date(row.get("date")), row.get("key").textValue());
    }

    private static @Nullable LocalDate date(JsonNode date) {
        return date.isNull() ? null : LocalDate.parse(date.textValue());
    }
}
