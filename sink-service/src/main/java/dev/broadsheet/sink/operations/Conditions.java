package dev.broadsheet.sink.operations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conditions of a statement with their bound values, in the order they are added. Not thread-safe. */
final class Conditions {
    private static final Pattern ISSUE_ID = Pattern.compile("[0-9a-f]{6,64}");

    private final List<String> sql = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /** {@code condition} has as many question marks as there are values. */
    Conditions and(String condition, Object... bound) {
        sql.add("(" + condition + ")");
        Collections.addAll(values, bound);
        return this;
    }

    /** Nothing where the value is null. */
    Conditions equal(String column, @Nullable String value) {
        return value == null ? this : and(column + " = ?", value);
    }

    /** Issues by the beginning of their id, by the name of a file or by their page; nothing where {@code named} is null. */
    Conditions issue(@Nullable String named) {
        if (named == null) {
            return this;
        }
        if (ISSUE_ID.matcher(named).matches()) {
            return and("issue_id >= ? and issue_id < ? || 'g'", named, named);
        }
        return and(
                "issue_id in (select issue_id from receipts where file_name = ?"
                        + " union select issue_id from pages where page_id = ?"
                        + " union select issue_id from page_versions where page_id = ?)",
                named,
                named,
                named);
    }

    /** For "where"; true where there are none. */
    String sql() {
        return sql.isEmpty() ? "true" : String.join(" and ", sql);
    }

    /** The values, and others after them. */
    Object[] values(Object... more) {
        List<Object> all = new ArrayList<>(values);
        all.addAll(Arrays.asList(more));
        return all.toArray();
    }
}
