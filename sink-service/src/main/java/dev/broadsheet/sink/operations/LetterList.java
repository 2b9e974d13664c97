package dev.broadsheet.sink.operations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.console.Answer;
import dev.broadsheet.sink.console.ApiException;
import dev.broadsheet.sink.console.ApiRequest;
import dev.broadsheet.sink.console.Cursor;
import dev.broadsheet.sink.console.Json;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Dead letters, those that failed last first. Any thread. */
final class LetterList {
    static final Set<String> PARAMETERS =
            Set.of("state", "stage", "cause", "issue", "since", "until", "limit", "cursor");
    private static final List<String> STATES = List.of("DEAD", "REPLAYED", "DISCARDED", "UNREADABLE");
    private static final int MOST_COUNTS = 200;

    private static final String COLUMNS = """
        l.dead_letter_id as id, l.state, l.stage, l.topic, l.topic_partition as "partition", l.topic_offset as "offset",
        l.key, l.issue_id as "issueId", l.page_id as "pageId", coalesce(l.feed, r.feed) as feed,
        r.file_name as "fileName", l.cause_class as "causeClass", l.cause as "causeMessage", l.attempts,
        (select min(h.at) from dead_letter_history h where h.dead_letter_id = l.dead_letter_id) as "firstFailedAt",
        l.failed_at as "lastFailedAt", l.decided_at as "decidedAt", l.decided_by as "decidedBy\"\
        """;

    /** The file of a letter's issue as its delivery was received. */
    private static final String FILE = """
        left join lateral (
            select feed, file_name from receipts where issue_id = l.issue_id and file_name <> '' order by at limit 1) r
        on true
        """;

    private static final String MORE = """
        , l.stack, l.headers, l.value_size as "valueSize", l.partly_written as "partlyWritten", l.record_at as "recordAt",
        l.software, l.extractor, l.instance
        """;

    private static final String HISTORY = """
        select at, state, attempts, cause_class as "causeClass", cause as "causeMessage", instance, decided_by as "decidedBy"
        from dead_letter_history where dead_letter_id = ? order by at, attempts limit 1000\
        """;

    private final ReadDatabase database;

    LetterList(ReadDatabase database) {
        this.database = database;
    }

    Answer list(ApiRequest request) {
        int limit = request.limit();
        String state = request.choice("state", STATES);
        Conditions shown = after(conditions(request).equal("state", state), request.cursor(2));
        Conditions all = conditions(request);
        return database.read(session -> {
            List<ObjectNode> rows = session.objects(
                    "select " + COLUMNS + " from (select * from dead_letters where " + shown.sql()
                            + " order by failed_at desc, dead_letter_id desc limit ?) l " + FILE
                            + " order by l.failed_at desc, l.dead_letter_id desc",
                    shown.values(limit + 1));
            ObjectNode answer = page(rows, limit);
            answer.putArray("counts")
                    .addAll(session.objects(
                            "select stage, cause_class as \"causeClass\", state, count(*) as letters from dead_letters"
                                    + " where "
                                    + all.sql() + " group by 1, 2, 3 order by 4 desc, 1, 2, 3 limit ?",
                            all.values(MOST_COUNTS)));
            return Answer.ok(answer);
        });
    }

    Answer one(ApiRequest request) {
        String id = request.part("id");
        return database.read(session -> {
            List<ObjectNode> rows = session.objects(
                    "select " + COLUMNS + MORE + " from dead_letters l " + FILE + " where l.dead_letter_id = ?", id);
            if (rows.isEmpty()) {
                throw ApiException.notFound("there is no dead letter of this id");
            }
            ObjectNode letter = rows.get(0);
            letter.putArray("history").addAll(session.objects(HISTORY, id));
            return Answer.ok(letter);
        });
    }

    private static Conditions conditions(ApiRequest request) {
        Conditions conditions =
                new Conditions().equal("stage", request.text("stage")).issue(request.text("issue"));
        String cause = request.text("cause");
        if (cause != null) {
            conditions.and("position(lower(?) in lower(cause_class || ' ' || cause)) > 0", cause);
        }
        Instant since = request.instant("since");
        if (since != null) {
            conditions.and("failed_at >= ?::timestamptz", Times.text(since));
        }
        Instant until = request.instant("until");
        if (until != null) {
            conditions.and("failed_at < ?::timestamptz", Times.text(until));
        }
        return conditions;
    }

    private static Conditions after(Conditions conditions, @Nullable List<String> cursor) {
        if (cursor == null) {
            return conditions;
        }
        try {
            String at = Times.text(Instant.parse(cursor.get(0)));
            return conditions.and("(failed_at, dead_letter_id) < (?::timestamptz, ?)", at, cursor.get(1));
        } catch (DateTimeParseException e) {
            throw Cursor.broken();
        }
    }

    private static ObjectNode page(List<ObjectNode> rows, int limit) {
        if (rows.size() <= limit) {
            return Json.list(rows, null);
        }
        ObjectNode last = rows.get(limit - 1);
        return Json.list(
                rows.subList(0, limit),
                Cursor.of(last.path("lastFailedAt").asText(), last.path("id").asText()));
    }
}
