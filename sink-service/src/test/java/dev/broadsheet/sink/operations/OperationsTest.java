package dev.broadsheet.sink.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.sink.avro.LetterReader;
import dev.broadsheet.sink.console.Answer;
import dev.broadsheet.sink.console.ApiException;
import dev.broadsheet.sink.console.ApiRequest;
import dev.broadsheet.sink.console.Caller;
import dev.broadsheet.sink.console.Role;
import dev.broadsheet.sink.postgresql.Jdbc;
import dev.broadsheet.sink.postgresql.PostgresStore;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import dev.broadsheet.sink.store.Batch;
import dev.broadsheet.sink.store.Change;
import dev.broadsheet.sink.store.OffsetMove;
import dev.broadsheet.sink.store.Origin;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.store.Partition;
import dev.broadsheet.sink.store.Samples;
import dev.broadsheet.sink.store.StoreUnavailableException;
import dev.broadsheet.sink.store.StoredFeed;
import dev.broadsheet.sink.store.StoredFeedControl;
import dev.broadsheet.sink.store.StoredLetter;
import dev.broadsheet.sink.store.StoredReceipt;
import dev.broadsheet.testsupport.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the endpoints say of a small store. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("backend")
class OperationsTest {
    private static final Instant NOW = Instant.parse("2024-03-08T04:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ISSUE = Samples.version(1).issueId();

    private final EmbeddedDatabase database = EmbeddedDatabase.create();

    @SuppressWarnings("NullAway.Init") // before all tests
    private ReadDatabase reader;

    @SuppressWarnings("NullAway.Init") // before all tests
    private Jdbc jdbc;

    @BeforeAll
    void fill() {
        database.start();
        jdbc = new Jdbc(
                database.newDatabase(), Map.of("user", EmbeddedDatabase.USER, "password", EmbeddedDatabase.PASSWORD));
        reader = new ReadDatabase(jdbc);
        try (PostgresStore store =
                new PostgresStore(jdbc, page -> 0, page -> new Outgoing("t", "k", new byte[0]), CLOCK)) {
            store.prepare();
            Partition partition = new Partition("t", 0);
            store.offsets(List.of(partition));
            store.write(new Batch(changes(), List.of(new OffsetMove(partition, 0, 1))));
        }
    }

    @AfterAll
    void stop() {
        reader.close();
        database.close();
    }

    /** Three feeds; of "morning" a page is stored, one waits for enrich and one was rejected; letters; a pause. */
    private static List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (int minute = 1; minute <= 10; minute++) {
            for (String feed : List.of("evening", "noon")) {
                changes.add(receipt(feed, "d" + minute, "RECEIVED", minute + 100));
                changes.add(receipt(feed, "d" + minute, "DUPLICATE", minute + 100));
            }
        }
        for (String state : List.of("RECEIVED", "SPLIT", "ENRICHED", "STORED")) {
            changes.add(receipt("morning", "whole", state, 2));
        }
        changes.add(receipt("morning", "waits", "RECEIVED", 30));
        changes.add(receipt("morning", "waits", "SPLIT", 29));
        changes.add(receipt("morning", "bad", "REJECTED", 40));
        changes.add(Samples.letter("d1", "DEAD", 1));
        changes.add(Samples.letter("d2", "DEAD", 1));
        changes.add(Samples.letter("d2", "DISCARDED", 1));
        changes.add(Samples.letter("d3", "DEAD", 3));
        changes.add(unreadable());
        changes.add(
                new StoredFeed("morning", "青川日报", "Asia/Shanghai", List.of("05:00-11:59", "23:00-01:00"), "i", NOW));
        changes.add(new StoredFeed("noon", null, "Asia/Shanghai", List.of("11:00-13:00"), "i", NOW));
        changes.add(new StoredFeedControl("noon", true, "double pages", "cli:wang", NOW));
        return changes;
    }

    /** What the sink makes of a record of dead-letters that is none. */
    private static StoredLetter unreadable() {
        return LetterReader.unreadable(
                new ConsumerRecord<>("broadsheet.dead-letters", 0, 41, new byte[0], new byte[] {1, 2, 3}),
                "sink.postgresql",
                "sink-1",
                "0.3",
                new SerializationException("this is no Avro record"));
    }

    private static StoredReceipt receipt(String feed, String delivery, String state, int minutesAgo) {
        Instant at = NOW.minusSeconds(60L * minutesAgo);
        return new StoredReceipt(
                state,
                new Origin(feed, delivery + ".txt", feed + delivery),
                delivery.equals("whole") ? ISSUE : null,
                null,
                at,
                at,
                "ingest",
                "i",
                null,
                null,
                null,
                null,
                null,
                1);
    }

    @Test
    void theOverviewTellsOfFeedsStagesAndWhatWaits() {
        JsonNode overview = new Overview(reader, "postgresql", () -> true, CLOCK).read();

        assertThat(overview.path("feeds")).hasSize(3);
        assertThat(overview.at("/feeds/1").toString())
                .contains("\"feed\":\"morning\"", "\"open\":false", "\"publication\":\"青川日报\"", "\"paused\":false")
                .contains("\"receivedToday\":2", "\"rejectedToday\":1", "\"lastReceivedAt\":\"2024-03-08T03:58:00Z\"");
        assertThat(overview.at("/feeds/2").toString())
                .contains("\"feed\":\"noon\"", "\"open\":true", "\"pausedBy\":\"cli:wang\"", "\"receivedToday\":10");
        assertThat(overview.at("/feeds/0/open").isNull())
                .as("nobody told of it")
                .isTrue();
        assertThat(overview.path("stages").toString())
                .isEqualTo(
                        "[{\"stage\":\"intake\",\"lastHour\":2,\"lastFiveMinutes\":1,\"lastAt\":\"2024-03-08T03:58:00Z\",\"lag\":null},"
                                + "{\"stage\":\"split\",\"lastHour\":2,\"lastFiveMinutes\":1,\"lastAt\":\"2024-03-08T03:58:00Z\",\"lag\":0},"
                                + "{\"stage\":\"enrich\",\"lastHour\":1,\"lastFiveMinutes\":1,\"lastAt\":\"2024-03-08T03:58:00Z\",\"lag\":1},"
                                + "{\"stage\":\"store\",\"lastHour\":1,\"lastFiveMinutes\":1,\"lastAt\":\"2024-03-08T03:58:00Z\",\"lag\":0}]");
        assertThat(overview.path("unfinished").asInt()).isEqualTo(1);
        assertThat(overview.path("oldestUnfinishedAt").asText()).isEqualTo("2024-03-08T03:30:00Z");
        assertThat(overview.path("deadLetters").asInt()).isEqualTo(2);
        assertThat(overview.at("/store/ready").asBoolean()).isTrue();
    }

    @Test
    void receiptsArePagedWithoutGapsUnderEveryFilter() {
        ReceiptList receipts = new ReceiptList(reader);

        assertThat(all(receipts::answer, Map.of())).hasSize(47);
        assertThat(all(receipts::answer, Map.of("feed", "noon"))).hasSize(20);
        assertThat(all(receipts::answer, Map.of("state", "DUPLICATE"))).hasSize(20);
        assertThat(all(receipts::answer, Map.of("feed", "noon", "state", "DUPLICATE")))
                .hasSize(10);
        assertThat(all(receipts::answer, Map.of("fileName", "d3.txt"))).hasSize(4);
        assertThat(all(receipts::answer, Map.of("issue", ISSUE.substring(0, 60))))
                .hasSize(4);
        assertThat(all(receipts::answer, Map.of("issue", "whole.txt"))).hasSize(4);
        assertThat(all(receipts::answer, Map.of("feed", "nobody"))).isEmpty();
    }

    @Test
    void whatIsNoCursorOrStateIsRefused() {
        ReceiptList receipts = new ReceiptList(reader);

        for (Map<String, String> query : List.of(
                Map.of("state", "LOST"),
                Map.of("cursor", "x"),
                Map.of("cursor", dev.broadsheet.sink.console.Cursor.of("a", "b", "c", "d", "e", "f", "g", "h")))) {
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> receipts.answer(request(query)))
                    .returns(400, ApiException::status);
        }
    }

    @Test
    void lettersAreFilteredCountedAndToldWhole() {
        LetterList letters = new LetterList(reader);

        assertThat(all(letters::list, Map.of()))
                .extracting(row -> row.path("id").asText())
                .startsWith("d3");
        JsonNode dead = json(letters.list(request(Map.of("state", "DEAD", "cause", "NO RULE", "stage", "split"))));
        assertThat(dead.path("items")).hasSize(2);
        assertThat(dead.path("counts").toString())
                .isEqualTo(
                        "[{\"stage\":\"split\",\"causeClass\":\"java.lang.IllegalStateException\",\"state\":\"DEAD\",\"letters\":2},"
                                + "{\"stage\":\"split\",\"causeClass\":\"java.lang.IllegalStateException\",\"state\":\"DISCARDED\",\"letters\":1}]");
        assertThat(dead.at("/items/0/fileName").asText()).isEqualTo("whole.txt");
        assertThat(all(letters::list, Map.of("cause", "%"))).isEmpty();
        assertThat(all(letters::list, Map.of("issue", "whole.txt"))).hasSize(3);
        assertThat(all(letters::list, Map.of("since", "+999999999-12-31T23:59:59Z")))
                .isEmpty();

        JsonNode one = json(letters.one(new ApiRequest(Map.of("id", "d2"), Map.of(), new byte[0], caller())));
        assertThat(one.path("history")).hasSize(2);
        assertThat(one.path("valueSize").asInt()).isEqualTo(2_000);
        assertThat(one.at("/headers/0/name").asText()).isEqualTo("feed");
        assertThat(one.path("decidedBy").asText()).isEqualTo("cli:wang");
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> letters.one(new ApiRequest(Map.of("id", "d9"), Map.of(), new byte[0], caller())))
                .returns(404, ApiException::status);
    }

    @Test
    void anUnreadableLetterTellsItsPlaceAndCause() {
        JsonNode letters = json(new LetterList(reader).list(request(Map.of("state", "UNREADABLE"))));

        assertThat(letters.path("items")).hasSize(1);
        assertThat(letters.at("/items/0/causeMessage").asText()).contains("this is no Avro record");
        assertThat(letters.at("/items/0/topic").asText()).isEqualTo("broadsheet.dead-letters");
        assertThat(letters.at("/items/0/offset").asInt()).isEqualTo(41);
        assertThat(letters.at("/items/0/issueId").isNull()).isTrue();
    }

    /** A database whose connections are closed does not answer; that it is not asked shows in the failure, which is the same. */
    @Test
    void theOverviewRemembersForTwoSecondsThatTheDatabaseDidNotAnswer() {
        ReadDatabase closed = new ReadDatabase(jdbc);
        closed.close();
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        Overview overview = new Overview(closed, "postgresql", () -> true, settable(now));

        Throwable first = catchThrowable(overview::read);
        assertThat(first).isInstanceOf(StoreUnavailableException.class);
        now.set(NOW.plusMillis(1_999));
        assertThat(catchThrowable(overview::read)).isSameAs(first);
        now.set(NOW.plusMillis(2_000));
        assertThat(catchThrowable(overview::read))
                .isInstanceOf(StoreUnavailableException.class)
                .isNotSameAs(first);
    }

    @Test
    void theOverviewIsMadeAnewAfterFiveSeconds() {
        AtomicReference<Instant> now = new AtomicReference<>(NOW);
        Overview overview = new Overview(reader, "postgresql", () -> true, settable(now));

        JsonNode first = overview.read();
        now.set(NOW.plusMillis(4_999));
        assertThat(overview.read()).isSameAs(first);
        now.set(NOW.plusMillis(5_000));
        assertThat(overview.read()).isNotSameAs(first);
    }

    private static Clock settable(AtomicReference<Instant> now) {
        return new Clock() {
            @Override
            public Instant instant() {
                return Objects.requireNonNull(now.get());
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    /** Every item of a list, three at a time; each stands once. */
    private static List<JsonNode> all(Function<ApiRequest, Answer> list, Map<String, String> query) {
        List<JsonNode> all = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Map<String, String> next = new HashMap<>(query);
            next.put("limit", "3");
            if (cursor != null) {
                next.put("cursor", cursor);
            }
            JsonNode page = json(list.apply(request(next)));
            page.path("items").forEach(all::add);
            cursor = page.path("next").textValue();
        } while (cursor != null);
        assertThat(new HashSet<>(all)).hasSameSizeAs(all);
        return all;
    }

    private static ApiRequest request(Map<String, String> query) {
        return new ApiRequest(Map.of(), query, new byte[0], caller());
    }

    private static Caller caller() {
        return new Caller(Role.READER, true, false, "", "127.0.0.1");
    }

    private static JsonNode json(Answer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
