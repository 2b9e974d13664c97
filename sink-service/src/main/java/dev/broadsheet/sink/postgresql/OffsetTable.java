package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.OffsetMove;
import dev.broadsheet.sink.store.Partition;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Next offsets by partition. Moving one demands the expected old value, which fences an instance that lost it. */
final class OffsetTable {
    private OffsetTable() {}

    static Map<Partition, Long> claim(Connection connection, Collection<Partition> partitions) throws SQLException {
        Map<Partition, Long> offsets = new HashMap<>();
        for (Partition partition : partitions.stream().sorted().toList()) {
            Sql.update(
                    connection,
                    "insert into offsets values (?, ?, 0) on conflict do nothing",
                    partition.topic(),
                    partition.number());
            Sql.query(
                            connection,
                            "select next_offset from offsets where topic = ? and partition = ?",
                            row -> row.getLong(1),
                            partition.topic(),
                            partition.number())
                    .forEach(next -> offsets.put(partition, next));
        }
        return offsets;
    }

    /** First statement of every transaction: it also keeps a zombie from waiting on rows. */
    static void move(Connection connection, List<OffsetMove> moves) throws SQLException {
        String rows = Rows.of(
                moves,
                (row, move) -> row.put("topic", move.partition().topic())
                        .put("partition", move.partition().number())
                        .put("expected", move.expected())
                        .put("next", move.next()));
        int moved = Sql.update(connection, """
                with locked as (
                    select o.topic, o.partition, m.next
                    from offsets o
                    join json_to_recordset(?::json)
                        as m(topic text, partition integer, expected bigint, next bigint)
                        on o.topic = m.topic and o.partition = m.partition and o.next_offset = m.expected
                    order by o.topic, o.partition
                    for update of o)
                update offsets o set next_offset = locked.next
                from locked where o.topic = locked.topic and o.partition = locked.partition
                """, rows);
        if (moved != moves.size()) {
            throw SqlTrouble.notOwner(
                    moves.stream().map(OffsetMove::partition).toList().toString());
        }
    }
}
