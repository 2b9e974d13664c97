package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.BackfillHeaders;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Puts issues on issues.backfill, in transactions of some megabytes. There is one writer at a time: the newest ends those
 * before it, so that no two runs take the same generation. One thread.
 */
public final class BackfillWriter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MOST_ISSUES = 100;
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final KafkaProducer<String, RawIssue> producer;
    private final String topic;
    private final List<ProducerRecord<String, RawIssue>> batch = new ArrayList<>();
    private long bytes;

    private BackfillWriter(KafkaProducer<String, RawIssue> producer, String topic) {
        this.producer = producer;
        this.topic = topic;
    }

    /** From here on earlier writers write no more. Throws RepairException where Kafka does not answer. */
    public static BackfillWriter open(Installation where) {
        Properties config = where.kafkaClient();
        config.put("transactional.id", where.topics().prefix() + "reprocess");
        config.put("max.request.size", Topic.ISSUES_BACKFILL.maxMessageBytes());
        config.put("buffer.memory", 2L * MOST_BYTES + Topic.ISSUES_BACKFILL.maxMessageBytes());
        config.put("batch.size", 256 * 1024);
        config.put("compression.type", Topic.ISSUES_BACKFILL.compression());
        config.put("max.block.ms", PATIENCE.toMillis());
        KafkaProducer<String, RawIssue> producer = new KafkaProducer<>(
                config,
                new StringSerializer(),
                AvroSerdes.forPersons(where.registryClient()).<RawIssue>value().serializer());
        try {
            producer.initTransactions();
            return new BackfillWriter(producer, where.topics().name(Topic.ISSUES_BACKFILL));
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw new RepairException(
                    "Kafka at " + where.bootstrapServers() + " gives no transaction: " + e.getMessage());
        }
    }

    /** {@code issue} with its original delivery. */
    public void write(StandingPage page, RawIssue issue, long generation) {
        batch.add(new ProducerRecord<>(
                topic,
                null,
                issue.getIssueId(),
                RawIssue.newBuilder(issue).setGeneration(generation).build(),
                BackfillHeaders.of(page.pageId(), generation)));
        bytes += issue.getContent().remaining();
        if (batch.size() >= MOST_ISSUES || bytes >= MOST_BYTES) {
            commit();
        }
    }

    /** What was written until now stands after this. */
    public void commit() {
        if (batch.isEmpty()) {
            return;
        }
        try {
            producer.beginTransaction();
            for (ProducerRecord<String, RawIssue> record : batch) {
                Future<RecordMetadata> unused = producer.send(record); // the commit throws what went wrong
            }
            producer.commitTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new OvertakenException(
                    "another reprocess has begun meanwhile, which ends this one; what this one had handed on"
                            + " until now is done all the same, for the rest run it again");
        } catch (SerializationException e) {
            producer.abortTransaction();
            throw new RepairException("the issues cannot be written: " + e.getMessage()
                    + "; are the schemas of this version registered (deploy/broadsheet schemas register)?");
        } catch (KafkaException e) {
            throw new RepairException("Kafka did not take the issues: " + e.getMessage()
                    + "; what was handed on until now is done all the same, for the rest run it again");
        }
        batch.clear();
        bytes = 0;
    }

    @Override
    public void close() {
        producer.close(PATIENCE); // without a limit it would wait for a broker that is gone
    }
}
