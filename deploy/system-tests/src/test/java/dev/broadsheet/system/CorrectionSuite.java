package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** Pages that are corrected, in order and out of it, and a store that is slow, through everything. */
abstract class CorrectionSuite extends RunSuite {
    private static final Duration SOON = Duration.ofSeconds(90);

    @Test
    void aCorrectedPageStandsItsHistoryIsKeptAndAnOlderCorrectionChangesNothing() throws Exception {
        String name = "青川晚报_2024-04-01_A01.txt";
        String page = "青川晚报/2024-04-01/-/A01";
        String first = Pages.fresh();
        String second = Pages.fresh();
        try (Database store = store()) {
            Pages.drop(running().drop(), name, first);
            awaitStanding(store, page, id(first));
            Pages.drop(running().drop(), name, second);
            awaitStanding(store, page, id(second));
            awaitReceipt(store, id(first), "SUPERSEDED", id(second));
            awaitReceipt(store, id(second), "SPLIT", id(first));
            List<String> before = everything(store, page);

            String late = Pages.fresh();
            send(late, Instant.now().minus(Duration.ofDays(1)));

            awaitReceipt(store, id(late), "LATE", id(second));
            assertThat(everything(store, page)).isEqualTo(before);
            assertThat(store.column(
                            "select issue_id || ' ' || coalesce(replaced_by, '-') from page_history where page_id = ? order by stood_from",
                            page))
                    .containsExactly(id(first) + " " + id(second), id(second) + " -");
            assertThat(store.number(
                            "select count(*) from receipts where issue_id = ? and state in ('ENRICHED', 'STORED')",
                            id(late)))
                    .isZero();
        }
    }

    @Test
    void aStoreThatDoesNotMoveHoldsUpNothingButItself() throws Exception {
        List<String> names = new ArrayList<>();
        Set<String> issues = new HashSet<>();
        try (Connection analyst = DriverManager.getConnection(
                        running().addresses().jdbcUrl(),
                        running().addresses().jdbcUser(),
                        running().addresses().jdbcPassword());
                Statement statement = analyst.createStatement()) {
            analyst.setAutoCommit(false);
            statement.execute("lock table pages, articles in access exclusive mode");
            for (int i = 0; i < 20; i++) {
                String text = Pages.fresh();
                names.add("slow-" + i + ".txt");
                issues.add(id(text));
                Pages.drop(running().drop(), names.get(i), text);
            }
            await("all of them are enriched while the store stands still")
                    .atMost(Duration.ofSeconds(50))
                    .until(() -> enriched(issues) == 4L * names.size());
            analyst.rollback();
        }
        try (Database store = store()) {
            PipelineSuite.awaitStored(store, names);
        }
    }

    private static String id(String text) {
        return Ids.issueId(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void awaitStanding(Database store, String page, String issue) {
        await(page)
                .atMost(SOON)
                .untilAsserted(() -> assertThat(store.column(
                                "select issue_id from pages where page_id = ? and complete_at is not null", page))
                        .containsExactly(issue));
    }

    private static void awaitReceipt(Database store, String issue, String state, String other) {
        await(state)
                .atMost(SOON)
                .untilAsserted(() -> assertThat(store.column(
                                "select other_issue_id from receipts where issue_id = ? and state = ?", issue, state))
                        .containsExactly(other));
    }

    private static List<String> everything(Database store, String page) throws Exception {
        List<String> rows = new ArrayList<>(store.column("select p::text from pages p where page_id = ?", page));
        rows.addAll(store.column("select a::text from articles a where page_id = ? order by article_id", page));
        rows.addAll(store.column(
                "select m::text from metrics m join articles a using (article_id) where page_id = ? order by metric_id",
                page));
        rows.addAll(store.column(
                "select e::text from entities e join articles a using (article_id) where page_id = ? order by mention_id",
                page));
        return rows;
    }

    /** As an intake whose clock or way is slower would. */
    private void send(String text, Instant receivedAt) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Instant at = Instant.ofEpochMilli(receivedAt.toEpochMilli());
        RawIssue issue = RawIssue.newBuilder()
                .setIssueId(Ids.issueId(bytes))
                .setDelivery(new Delivery("late", "default", "late.txt", (long) bytes.length, at, at, null))
                .setContent(ByteBuffer.wrap(bytes))
                .setCharset("UTF-8")
                .setPublication("青川晚报")
                .setIssueDate(LocalDate.of(2024, 4, 1))
                .setPage("A01")
                .build();
        AvroSerdes serdes = new AvroSerdes(
                Map.of("schema.registry.url", running().addresses().registryUrl()));
        try (KafkaProducer<String, RawIssue> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", running().addresses().bootstrapServers()),
                new StringSerializer(),
                serdes.<RawIssue>value().serializer())) {
            producer.send(new ProducerRecord<>(TopicRecords.TOPICS.name(Topic.ISSUES), issue.getIssueId(), issue))
                    .get();
        }
    }

    /** Enriched articles of these issues. */
    private long enriched(Set<String> issues) {
        try (TopicRecords records = new TopicRecords(running().addresses())) {
            return records.read(Topic.ARTICLES_ENRICHED).stream()
                    .filter(record -> issues.contains(
                            record.key().substring(0, record.key().lastIndexOf('-'))))
                    .count();
        }
    }
}
