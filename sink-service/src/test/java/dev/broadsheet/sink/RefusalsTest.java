package dev.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.SubscriberHeaders;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.sink.avro.Announcements;
import dev.broadsheet.sink.store.Change;
import dev.broadsheet.sink.store.Origin;
import dev.broadsheet.sink.store.Outgoing;
import dev.broadsheet.sink.store.Refused;
import dev.broadsheet.sink.store.RowRefusedException;
import dev.broadsheet.sink.store.Samples;
import dev.broadsheet.sink.store.StoredLetter;
import dev.broadsheet.sink.store.StoredPage;
import dev.broadsheet.sink.store.StoredReceipt;
import dev.broadsheet.sink.store.Version;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whatever is refused, what is said of it can be stored, and is refused in its turn by nobody. */
class RefusalsTest {
    private static final String ISSUE = Samples.version(1).issueId();
    private final Topics topics = new Topics("test.", 1);
    private final AvroSerdes serdes =
            new AvroSerdes(Map.of("schema.registry.url", "mock://refusals", "auto.register.schemas", "true"));
    private final Refusals refusals = new Refusals(
            new DeadLetterContext(
                    "sink.postgresql",
                    topics,
                    "sink-1",
                    "test",
                    null,
                    Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
                    serdes.<DeadLetter>value().serializer()),
            new Announcements(
                    topics, "sink-1", "postgresql", serdes.<Receipt>value().serializer()));

    @Test
    void aReceiptThatIsRefusedIsALetterThatNamesItsIssueAndNoOtherReceipt() {
        StoredReceipt receipt = Samples.receipt(Samples.version(1), "SPLIT");

        List<Outgoing> said = refuse(record(Topic.RECEIPTS, ISSUE), receipt);

        assertThat(receipts(said)).isEmpty();
        assertThat(letters(said)).extracting(DeadLetter::getIssueId).containsExactly(ISSUE);
    }

    @Test
    void aReceiptThatCannotBeReadIsALetterAndNoOtherReceipt() {
        List<Outgoing> said = refuse(record(Topic.RECEIPTS, ISSUE), null);

        assertThat(receipts(said)).isEmpty();
        assertThat(letters(said)).hasSize(1);
    }

    @Test
    void aReceiptThatIsReplayedAndRefusedAgainIsTheSameLetterAndNoReceipt() {
        StoredReceipt receipt = Samples.receipt(Samples.version(1), "SPLIT");
        DeadLetter letter =
                letters(refuse(record(Topic.RECEIPTS, ISSUE), receipt)).get(0);
        ConsumerRecord<byte[], byte[]> replayed = record(Topic.RETRY_SINK_POSTGRESQL, ISSUE);
        Replay.of(letter).addTo(replayed.headers());

        List<Outgoing> said = refuse(replayed, receipt);

        assertThat(receipts(said)).isEmpty();
        assertThat(letters(said)).extracting(DeadLetter::getAttempts).containsExactly(2);
    }

    @Test
    void theFeedOfAHeaderIsToldInAFormThatTheStoreHolds() {
        ConsumerRecord<byte[], byte[]> record = record(Topic.PAGES, ISSUE);
        record.headers().add(SubscriberHeaders.FEED, "morning\0paper".getBytes(StandardCharsets.UTF_8));

        assertThat(receipts(refuse(record, null))).extracting(Receipt::getFeed).containsExactly("morning\\0paper");
    }

    @Test
    void whatARefusedPageSaysOfItselfIsToldInAFormThatTheStoreHolds() {
        StoredPage page = Samples.page("page", Samples.version(1), 0);
        StoredPage bad = new StoredPage(
                "pa\0ge",
                new Version(page.version().receivedAt(), "iss\0ue", 1),
                true,
                new Origin("fe\0ed", "fi\0le", "deli\0very"),
                page.imprint(),
                page.fileSize(),
                page.modifiedAt(),
                page.arrivedAt(),
                page.lines(),
                page.furniture(),
                page.articleIds(),
                page.confidence(),
                page.extractor());

        List<Outgoing> said = refuse(record(Topic.PAGES, "pa\0ge"), bad);

        assertThat(receipts(said))
                .extracting(
                        Receipt::getPageId,
                        Receipt::getIssueId,
                        Receipt::getFeed,
                        Receipt::getFileName,
                        Receipt::getDeliveryId)
                .containsExactly(tuple("pa\\0ge", "iss\\0ue", "fe\\0ed", "fi\\0le", "deli\\0very"));
        assertThat(letters(said)).extracting(DeadLetter::getIssueId).containsExactly("iss\0ue");
    }

    /** Nobody sends such a record; whoever does must not stop the sink. */
    @Test
    void aLetterThatMadeUpHeadersNameHasAKeyThatTheStoreHolds() {
        ConsumerRecord<byte[], byte[]> record = record(Topic.RETRY_SINK_POSTGRESQL, ISSUE);
        new Replay("a\0b-0-7-sink.postgresql", "a\0b", 0, 7, null, 1, false).addTo(record.headers());

        assertThat(refuse(record, null)).isNotEmpty();
    }

    @Test
    void aDeadLetterThatCannotBeKeptBegetsNoLetterAndNoReceipt() {
        ConsumerRecord<byte[], byte[]> record = record(Topic.DEAD_LETTERS, "a\0key");

        Change said = refusals.refuse(record, null, new RowRefusedException("no U+0000: \0", null));

        assertThat(said).isInstanceOfSatisfying(StoredLetter.class, row -> {
            assertThat(row.isUnreadable()).isTrue();
            assertThat(row.id()).isEqualTo("test.dead-letters-0-7-sink.postgresql");
            assertThat(row.source().key()).isEqualTo("a\\0key");
            assertThat(row.failure().cause()).isEqualTo("no U+0000: \\0");
        });
    }

    /** What is said; every key can be stored. */
    private List<Outgoing> refuse(ConsumerRecord<byte[], byte[]> record, @Nullable Change change) {
        List<Outgoing> said =
                ((Refused) refusals.refuse(record, change, new RowRefusedException("no U+0000", null))).messages();
        assertThat(said).allSatisfy(message -> assertThat(message.key()).doesNotContain("\0"));
        return said;
    }

    private ConsumerRecord<byte[], byte[]> record(Topic topic, String key) {
        return new ConsumerRecord<>(topics.name(topic), 0, 7, key.getBytes(StandardCharsets.UTF_8), new byte[] {9});
    }

    private List<DeadLetter> letters(List<Outgoing> said) {
        return said.stream()
                .filter(message -> message.topic().equals(topics.name(Topic.DEAD_LETTERS)))
                .map(message -> serdes.<DeadLetter>value().deserializer().deserialize(message.topic(), message.value()))
                .toList();
    }

    private List<Receipt> receipts(List<Outgoing> said) {
        return said.stream()
                .filter(message -> message.topic().equals(topics.name(Topic.RECEIPTS)))
                .map(message -> serdes.<Receipt>value().deserializer().deserialize(message.topic(), message.value()))
                .toList();
    }
}
