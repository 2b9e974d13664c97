package dev.broadsheet.sink.console.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.console.read.Newest.Place;
import dev.broadsheet.sink.postgresql.ReadDatabase.Session;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for what belongs to articles from the newest day backwards, in stretches of days that grow, until enough is found: so neither all that
 * match nor all that do not is ever read or sorted. One thread.
 */
final class Walk {
    private static final int FIRST_STRETCH = 500;
    private static final int LONGEST_STRETCH = 8_000;
    private static final int GROWTH = 4;

    private final Session session;
    private final Newest newest;
    private final int limit;
    private final @Nullable Place after;
    private final List<Place> places = new ArrayList<>();
    /** No row that is still to be found is newer. */
    private @Nullable LocalDate to;

    private boolean dated;
    private int stretch;

    /** {@code latest}: no row is newer, where that is known. */
    Walk(Session session, Newest newest, int limit, @Nullable Place after, @Nullable LocalDate latest) {
        this.session = session;
        this.newest = newest;
        this.limit = limit;
        this.after = after;
        this.to = after == null || after.date() == null ? latest : after.date();
        this.dated = after == null || after.date() != null;
        this.stretch = Math.min(Math.max(FIRST_STRETCH, 2 * limit), LONGEST_STRETCH);
    }

    /** Whether the newest articles alone hold enough. */
    boolean first() throws SQLException {
        stretch();
        return places.size() >= limit;
    }

    /** What is found, on to the oldest day and to articles of unknown days. */
    List<Place> places() throws SQLException {
        while (dated && places.size() < limit) {
            stretch();
        }
        if (places.size() < limit) {
            read(newest.where().with("a.issue_date is null"));
        }
        return places;
    }

    private void stretch() throws SQLException {
        if (!dated) {
            return;
        }
        LocalDate first = dayAfter();
        read(newest.where()
                .with("a.issue_date is not null")
                .andIf(to, "a.issue_date <= ?")
                .andIf(first, "a.issue_date >= ?"));
        dated = first != null;
        to = first == null ? null : first.minusDays(1);
        stretch = Math.min(stretch * GROWTH, LONGEST_STRETCH);
    }

    private void read(Where days) throws SQLException {
        Where later = Newest.after(after);
        String sql = "with hits as materialized (select a.issue_date as date, " + newest.key() + " as key from "
                + newest.from() + " where " + days.sql() + ") select date, key from hits where " + later.sql()
                + " order by date desc nulls last, key limit " + (limit - places.size());
        session.objects(sql, days.bound(later.bound())).forEach(row -> places.add(Newest.place(row)));
    }

    /** The day on which the article stands that is a stretch older; null where there are not as many. */
    private @Nullable LocalDate dayAfter() throws SQLException {
        Where newer = new Where("a.state = 'CURRENT' and a.issue_date is not null").andIf(to, "a.issue_date <= ?");
        List<ObjectNode> day = session.objects(
                "select a.issue_date as date from articles a where " + newer.sql()
                        + " order by a.issue_date desc nulls last, a.article_id offset " + stretch + " limit 1",
                newer.bound());
        return day.isEmpty() ? null : Newest.date(day.get(0).get("date"));
    }
}
