package dev.broadsheet.sink.postgresql;

import dev.broadsheet.sink.store.StoredLetter;
import dev.broadsheet.sink.store.StoredLetter.Decision;
import dev.broadsheet.sink.store.StoredLetter.Failure;
import dev.broadsheet.sink.store.StoredLetter.Source;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Dead letters: the last record of each, and their story, in which a step that is read twice is one row. */
final class LetterTables {
    private LetterTables() {}

    /** {@code letters} in the order they were read; how many rows were new or changed. */
    static int write(Connection connection, List<StoredLetter> letters) throws SQLException {
        Rows.Table history = Rows.table(letters, LetterTables::step);
        Sql.update(connection, """
            insert into dead_letter_history (%1$s) select %1$s from json_populate_recordset(null::dead_letter_history, ?::json)
            on conflict do nothing
            """.formatted(history.columns()), history.json());
        Map<String, StoredLetter> last = new TreeMap<>();
        letters.forEach(letter -> last.put(letter.id(), letter));
        return upsert(connection, last.values());
    }

    private static int upsert(Connection connection, Collection<StoredLetter> letters) throws SQLException {
        Rows.Table rows = Rows.table(letters, LetterTables::letter);
        return Sql.update(
                connection,
                """
                insert into dead_letters as old (%1$s) select %1$s from json_populate_recordset(null::dead_letters, ?::json)
                on conflict (dead_letter_id) do update set (%1$s) = row (%2$s)
                where old.* is distinct from excluded.*
                """.formatted(rows.columns(), rows.columns().replaceAll("(\\w+)", "excluded.$1")),
                rows.json());
    }

    private static void letter(Rows row, StoredLetter letter) throws IOException {
        Source source = letter.source();
        Failure failure = letter.failure();
        Decision decision = letter.decision();
        row.put("dead_letter_id", letter.id())
                .put("state", letter.state())
                .put("stage", letter.stage())
                .put("topic", source.topic())
                .put("topic_partition", source.partition())
                .put("topic_offset", source.offset())
                .put("record_at", source.timestamp())
                .put("key", source.key())
                .put("value_size", source.valueSize())
                .list("headers", source.headers())
                .put("cause_class", failure.causeClass())
                .put("cause", failure.cause())
                .put("stack", failure.stack())
                .put("attempts", failure.attempts())
                .put("partly_written", failure.partlyWritten())
                .put("issue_id", source.issueId())
                .put("page_id", source.pageId())
                .put("feed", source.feed())
                .put("extractor", failure.extractor())
                .put("software", failure.software())
                .put("instance", failure.instance())
                .put("failed_at", failure.at())
                .put("decided_at", decision == null ? null : decision.at())
                .put("decided_by", decision == null ? null : decision.by());
    }

    private static void step(Rows row, StoredLetter letter) throws IOException {
        Failure failure = letter.failure();
        Decision decision = letter.decision();
        Instant decidedAt = decision == null ? null : decision.at();
        row.put("dead_letter_id", letter.id())
                .put("at", decidedAt == null ? failure.at() : decidedAt)
                .put("state", letter.state())
                .put("attempts", failure.attempts())
                .put("cause_class", failure.causeClass())
                .put("cause", failure.cause())
                .put("instance", failure.instance())
                .put("decided_by", decision == null ? null : decision.by());
    }
}
