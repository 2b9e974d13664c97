package dev.broadsheet.system.load;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.ingest.CalmSplit;
import dev.broadsheet.system.Pages;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes a lane's input before it is measured and hands it in: what is left of it then is sending bytes. One thread. */
final class Work implements AutoCloseable {
    /** Every page of {@link Pages} has so many. */
    static final int ARTICLES = 4;

    private final Lane lane;
    private final AvroSerdes serdes;
    private final CalmSplit split = new CalmSplit();
    private final KafkaProducer<String, byte[]> producer;

    Work(Lane lane) {
        this.lane = lane;
        this.serdes = new AvroSerdes(lane.registry());
        this.producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        lane.bootstrapServers(),
                        "acks",
                        "all",
                        "linger.ms",
                        2,
                        "batch.size",
                        256 * 1024),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** One record a page, for split. */
    List<ProducerRecord<String, byte[]>> issues(int first, int pages) {
        String topic = lane.topics().name(Topic.ISSUES);
        Serializer<RawIssue> serializer = serdes.<RawIssue>value().serializer();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int i = first; i < first + pages; i++) {
            RawIssue issue = issue(i);
            records.add(new ProducerRecord<>(topic, issue.getIssueId(), serializer.serialize(topic, issue)));
        }
        return records;
    }

    /** {@link #ARTICLES} records a page, for enrich. */
    List<ProducerRecord<String, byte[]>> articles(int first, int pages) {
        String topic = lane.topics().name(Topic.ARTICLES);
        Serializer<Article> serializer = serdes.<Article>value().serializer();
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (int i = first; i < first + pages; i++) {
            for (Article article : split.of(issue(i), "load").getArticles()) {
                byte[] value = serializer.serialize(topic, article);
                int partition = PageIdPartitioner.partition(
                        article.getPageId(), lane.topics().partitions());
                records.add(new ProducerRecord<>(topic, partition, article.getArticleId(), value));
            }
        }
        return records;
    }

    /** Returns at once. */
    void send(ProducerRecord<String, byte[]> record) {
        var unused = producer.send(record, (place, failure) -> {
            if (failure != null) {
                throw new IllegalStateException(failure);
            }
        });
    }

    /** Returns when the broker has all. */
    void send(List<ProducerRecord<String, byte[]>> records) {
        records.forEach(this::send);
        producer.flush();
    }

    private static RawIssue issue(int number) {
        byte[] bytes = Pages.text(number).getBytes(StandardCharsets.UTF_8);
        Instant at = Instant.ofEpochMilli(System.currentTimeMillis());
        return RawIssue.newBuilder()
                .setIssueId(Ids.issueId(bytes))
                .setDelivery(new Delivery(
                        "load-" + number, "load", "page-" + number + ".txt", (long) bytes.length, at, at, null))
                .setContent(ByteBuffer.wrap(bytes))
                .setCharset("UTF-8")
                .build();
    }

    @Override
    public void close() {
        producer.close();
    }
}
