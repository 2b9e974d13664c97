package dev.broadsheet.sink.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.console.Json;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import dev.broadsheet.sink.store.StoreUnavailableException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The state of everything in one document, as the store knows it. Made at most every {@link #KEPT} for all who ask. The lag of a stage counts the
 * pages received within {@link #LOOKED_BACK} that wait for it. Any thread.
 */
final class Overview {
    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final Duration FAILED = Duration.ofSeconds(2);
    private static final Duration LOOKED_BACK = Duration.ofHours(24);

    /** A stage, and the receipt that it gives to what it has done. */
    private record Stage(String name, String receipt) {}

    private static final List<Stage> STAGES = List.of(
            new Stage("intake", "RECEIVED"),
            new Stage("split", "SPLIT"),
            new Stage("enrich", "ENRICHED"),
            new Stage("store", "STORED"));

    private static final String STEPS = "with recursive " + ReceiptList.FEEDS + """
        , steps as (
            select state, count(*) as hour, count(*) filter (where at >= ?::timestamptz) as minutes
            from receipts where at >= ?::timestamptz group by state)
        select s.state, coalesce(hour, 0) as "lastHour", coalesce(minutes, 0) as "lastFiveMinutes",
               (select max(n.at) from feeds_of_receipts f,
                lateral (select max(at) as at from receipts r where r.feed = f.feed and r.state = s.state) n) as "lastAt"
        from unnest(array['RECEIVED', 'SPLIT', 'ENRICHED', 'STORED']) as s(state) left join steps using (state)\
        """;

    private static final String UNFINISHED = """
        select count(*) as unfinished, min(received) as oldest, count(*) filter (where not split) as split,
               count(*) filter (where split and not enriched) as enrich,
               count(*) filter (where split and enriched) as store
        from (select min(at) filter (where state = 'RECEIVED') as received, bool_or(state = 'SPLIT') as split,
                     bool_or(state = 'ENRICHED') as enriched
              from receipts where at >= ?::timestamptz group by delivery_id
              having bool_or(state = 'RECEIVED') and not bool_or(state in (
                  'DUPLICATE', 'REJECTED', 'FAILED', 'STORED', 'SUPERSEDED', 'LATE', 'RETRACTED'))) deliveries\
        """;

    private static final String TOTALS = """
        select (select count(*) from pages where state = 'CURRENT') as pages,
               (select count(*) from articles where state = 'CURRENT') as articles,
               (select count(*) from dead_letters where state = 'DEAD') as "deadLetters\"\
        """;

    private final ReadDatabase database;
    private final String store;
    private final BooleanSupplier storeReady;
    private final Clock clock;
    private @Nullable ObjectNode made;
    private Instant madeAt = Instant.EPOCH;
    private @Nullable StoreUnavailableException failure;
    private Instant failedAt = Instant.EPOCH;

    /** {@code store}: its name; {@code storeReady}: whether it takes what is written. */
    Overview(ReadDatabase database, String store, BooleanSupplier storeReady, Clock clock) {
        this.database = database;
        this.store = store;
        this.storeReady = storeReady;
        this.clock = clock;
    }

    synchronized ObjectNode read() {
        Instant now = clock.instant();
        ObjectNode last = made;
        if (last != null && now.isBefore(madeAt.plus(KEPT)) && !now.isBefore(madeAt)) {
            return last;
        }
        StoreUnavailableException failed = failure;
        if (failed != null && now.isBefore(failedAt.plus(FAILED)) && !now.isBefore(failedAt)) {
            throw failed; // whoever waited for this answer need not wait for the database too
        }
        try {
            ObjectNode next = database.read(session -> make(session, now));
            made = next;
            madeAt = now;
            return next;
        } catch (StoreUnavailableException e) {
            failure = e;
            failedAt = clock.instant();
            throw e;
        }
    }

    private ObjectNode make(ReadDatabase.Session session, Instant now) throws SQLException {
        ObjectNode unfinished =
                session.objects(UNFINISHED, Times.text(now.minus(LOOKED_BACK))).get(0);
        List<ObjectNode> steps = session.objects(
                STEPS, Times.text(now.minus(Duration.ofMinutes(5))), Times.text(now.minus(Duration.ofHours(1))));
        ObjectNode totals = session.objects(TOTALS).get(0);
        ObjectNode overview = Json.object().put("at", now.toString());
        overview.putArray("feeds").addAll(FeedList.read(session, now));
        overview.set("stages", stages(steps, unfinished));
        overview.set("unfinished", unfinished.path("unfinished"));
        overview.set("oldestUnfinishedAt", unfinished.path("oldest"));
        overview.set("deadLetters", totals.path("deadLetters"));
        ObjectNode of = overview.putObject("store").put("name", store);
        of.set("pages", totals.path("pages"));
        of.set("articles", totals.path("articles"));
        of.put("ready", storeReady.getAsBoolean());
        return overview;
    }

    private static ArrayNode stages(List<ObjectNode> steps, ObjectNode unfinished) {
        Map<String, ObjectNode> byReceipt = steps.stream()
                .collect(Collectors.toMap(step -> step.remove("state").asText(), step -> step));
        ArrayNode stages = Json.array();
        for (Stage stage : STAGES) {
            ObjectNode told = stages.addObject().put("stage", stage.name());
            told.setAll(Objects.requireNonNull(byReceipt.get(stage.receipt())));
            JsonNode lag = unfinished.get(stage.name());
            told.set("lag", lag == null ? told.nullNode() : lag);
        }
        return stages;
    }
}
