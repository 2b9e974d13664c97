package dev.broadsheet.sink.console.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.postgresql.ReadDatabase.Session;
import java.sql.SQLException;
import java.util.List;

/** What things are called and how they are told apart, in the mentions of all articles. */
final class Forms {
    /** Columns of index entities_forms after name and type; none is null. */
    private static final String FORM = "e.text, coalesce(e.canonical_id, ''), coalesce(e.code, e.place_code, ''),"
            + " coalesce(e.path, e.place_path, '')";

    /** Steps in that index from each form to the next, however often each occurs. */
    private static final String SQL =
            """
            select f.* from unnest(?, ?) with ordinality as w (type, name, place) cross join lateral (
                with recursive forms (text, id, code, path) as (
                    (select %1$s from entities e where %2$s order by %1$s limit 1)
                    union all
                    select next.* from forms last cross join lateral (
                        select %1$s from entities e where %2$s and (%1$s) > (last.text, last.id, last.code, last.path)
                        order by %1$s limit 1) next)
                select case when min(id) = max(id) then min(id) end as "canonicalId",
                       case when min(code) = max(code) then min(code) end as code,
                       case when min(path) = max(path) then min(path) end as path,
                       (array_agg(distinct text))[1:50] as texts
                from (select text, nullif(id, '') as id, nullif(code, '') as code, nullif(path, '') as path
                      from forms limit 1000) known) f
            order by w.place""".formatted(FORM, "coalesce(e.canonical_name, e.text) = w.name and e.type = w.type");

    private Forms() {}

    /** Of each thing canonicalId, code and path where all its mentions agree, and its texts, at most 50. In the order of the two lists. */
    static List<ObjectNode> of(Session session, List<String> types, List<String> names) throws SQLException {
        return session.objects(SQL, session.texts(types), session.texts(names));
    }
}
