package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.LastRecord;
import dev.broadsheet.sink.store.RefusedRecord;
import dev.broadsheet.sink.store.Retried;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which records without a version were refused, until something later of their key is stored. In every transaction first what is newer is
 * noted, then what is replayed claims its place, and only then rows are written: two writers of a key meet at the row here, and whichever
 * comes second sees what the first did.
 */
final class RefusedTable {
    private static final String PLACES =
            "json_to_recordset(?::json) as p(source text, key text, \"partition\" integer, \"offset\" bigint)";

    private RefusedTable() {}

    /** Something of these keys was read and stored after whatever was refused. */
    static void supersede(Connection connection, Collection<? extends LastRecord> stored) throws SQLException {
        String rows = Rows.of(
                stored, (row, change) -> row.put("source", change.source()).put("key", change.key()));
        Sql.update(
                connection,
                "delete from refused_records r using json_to_recordset(?::json) as p(source text, key text)"
                        + " where r.source = p.source and r.key = p.key",
                rows);
    }

    /** Those of the replayed records that may be stored; their places are forgotten. */
    static List<LastRecord> claim(Connection connection, List<Retried> replayed) throws SQLException {
        String rows = Rows.of(replayed, (row, retried) -> write(row, retried.place()));
        Set<RefusedRecord> standing = new HashSet<>(Sql.query(
                connection,
                "delete from refused_records r using " + PLACES
                        + " where (r.source, r.key, r.partition, r.\"offset\") = (p.source, p.key, p.\"partition\", p.\"offset\")"
                        + " returning r.source, r.key, r.partition, r.\"offset\"",
                row -> new RefusedRecord(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4)),
                rows));
        List<LastRecord> claimed = new ArrayList<>();
        for (Retried retried : replayed) {
            if (standing.remove(retried.place())) {
                claimed.add(retried.change());
            }
        }
        return claimed;
    }

    /** The newest refusal of each key. */
    static void remember(Connection connection, Collection<RefusedRecord> refused) throws SQLException {
        Sql.update(
                connection,
                "insert into refused_records select source, key, \"partition\", \"offset\" from " + PLACES
                        + " order by source, key on conflict (source, key) do update set"
                        + " partition = excluded.partition, \"offset\" = excluded.\"offset\"",
                Rows.of(refused, RefusedTable::write));
    }

    private static void write(Rows row, RefusedRecord place) throws java.io.IOException {
        row.put("source", place.source())
                .put("key", place.key())
                .put("partition", place.partition())
                .put("offset", place.offset());
    }
}
