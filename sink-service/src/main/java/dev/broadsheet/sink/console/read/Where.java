package dev.broadsheet.sink.console.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditions of a statement with what is bound to them. Conditions are constants of this package; whatever callers send is bound. */
final class Where {
    private final StringBuilder sql;
    private final List<Object> parameters = new ArrayList<>();

    Where(String first) {
        this.sql = new StringBuilder(first);
    }

    Where and(String condition, Object... bound) {
        sql.append(" and ").append(condition);
        Collections.addAll(parameters, bound);
        return this;
    }

    /** Only where there is a value, which is bound to every question mark. */
    Where andIf(@Nullable Object value, String condition) {
        if (value == null) {
            return this;
        }
        int places = (int) condition.chars().filter(c -> c == '?').count();
        return and(condition, Collections.nCopies(places, value).toArray());
    }

    /** These conditions and more. */
    Where with(String condition, Object... bound) {
        Where more = new Where(sql.toString());
        more.parameters.addAll(parameters);
        return more.and(condition, bound);
    }

    String sql() {
        return sql.toString();
    }

    /** What is bound, in order, and then {@code more}. */
    Object[] bound(Object... more) {
        List<Object> all = new ArrayList<>(parameters);
        Collections.addAll(all, more);
        return all.toArray();
    }
}
