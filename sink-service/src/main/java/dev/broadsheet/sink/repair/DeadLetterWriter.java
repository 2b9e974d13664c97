package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import dev.broadsheet.contracts.RecordHeader;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.Topic;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what was decided about letters, in transactions. All operators of an installation share one transactional id: whoever opens a
 * writer ends the one before it, which then writes nothing more, and sees everything that one has committed. One thread.
 */
public final class DeadLetterWriter implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MIB = 1024 * 1024;
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterWriter.class);

    private final Installation where;
    private final String by;
    private final Clock clock;
    private final Producer<byte[], byte[]> producer;
    private final Serializer<DeadLetter> letters;
    private final String deadLetters;

    DeadLetterWriter(Installation where, String by, Clock clock, Producer<byte[], byte[]> producer) {
        this.where = where;
        this.by = by;
        this.clock = clock;
        this.producer = producer;
        this.letters = AvroSerdes.forPersons(where.registryClient())
                .<DeadLetter>value()
                .serializer();
        this.deadLetters = where.topics().name(Topic.DEAD_LETTERS);
    }

    /** Read the letters after this, not before; {@code by} is kept in them. Throws RepairException where Kafka does not answer. */
    public static DeadLetterWriter open(Installation where, String by, Clock clock) {
        KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config(where), new ByteArraySerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw new RepairException(
                    "Kafka at " + where.bootstrapServers() + " gives no transaction: " + e.getMessage());
        }
        return new DeadLetterWriter(where, by, clock, producer);
    }

    /**
     * All of them or none: each letter's new state and, where it is REPLAYED, its record on the topic that {@code targets} names.
     *
     * @throws OvertakenException where another writer was opened meanwhile
     * @throws RepairException where Kafka fails, or does not tell in time whether it has committed
     */
    @SuppressWarnings("FutureReturnValueIgnored") // commitTransaction throws what a send has met
    public void write(List<DeadLetter> batch, DeadLetterState state, DeadLetterTargets targets) {
        try {
            producer.beginTransaction();
            for (DeadLetter letter : batch) {
                if (state == DeadLetterState.REPLAYED) {
                    producer.send(replay(letter, targets.topic(letter)));
                }
                producer.send(decided(letter, state));
            }
            producer.commitTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw overtaken();
        } catch (TimeoutException e) {
            throw unknown(batch.size());
        } catch (KafkaException e) {
            if (e.getCause() instanceof ProducerFencedException
                    || e.getCause() instanceof InvalidProducerEpochException) {
                throw overtaken();
            }
            abort();
            throw new RepairException("Kafka at " + where.bootstrapServers() + " refuses: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        producer.close(PATIENCE);
    }

    private ProducerRecord<byte[], byte[]> replay(DeadLetter letter, String topic) {
        Headers headers = new RecordHeaders();
        for (RecordHeader header : letter.getHeaders()) {
            headers.add(header.getName(), bytes(header.getValue()));
        }
        Replay.of(letter).addTo(headers);
        return new ProducerRecord<>(
                topic,
                letter.getPartition(),
                timestamp(letter, topic),
                bytes(letter.getKey()),
                bytes(letter.getValue()),
                headers);
    }

    // Retry topics and pages.backfill forget by age, so their records are of now; a repartition topic does not, and
    // takes the original's time.
    private @Nullable Long timestamp(DeadLetter letter, String topic) {
        return topic.equals(letter.getTopic())
                        && !topic.equals(where.topics().name(Topic.PAGES_BACKFILL))
                        && letter.getRecordTimestamp() != null
                ? letter.getRecordTimestamp().toEpochMilli()
                : null;
    }

    private ProducerRecord<byte[], byte[]> decided(DeadLetter letter, DeadLetterState state) {
        DeadLetter decided = DeadLetter.newBuilder(letter)
                .setState(state)
                .setDecidedAt(clock.instant().truncatedTo(ChronoUnit.MILLIS))
                .setDecidedBy(by)
                .build();
        return new ProducerRecord<>(
                deadLetters,
                letter.getDeadLetterId().getBytes(StandardCharsets.UTF_8),
                letters.serialize(deadLetters, decided));
    }

    // What cannot be aborted now is aborted by the broker: when its time is over, or when the next writer is opened.
    private void abort() {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            LOG.warn("a transaction could not be aborted and is left to its time limit: {}", e.toString());
        }
    }

    // Thrown by the commit only: a send that takes too long fails the transaction as a KafkaException.
    private RepairException unknown(int letters) {
        return new RepairException(
                "Kafka at " + where.bootstrapServers() + " did not tell within " + PATIENCE.toSeconds()
                        + " s whether it has taken the decision about " + letters
                        + " letters, all or none; once it answers, dead-letters list --state all shows what became of"
                        + " them, and the same command may be given again: it decides about those that are still"
                        + " DEAD");
    }

    private static OvertakenException overtaken() {
        return new OvertakenException(
                "another replay or discard was started meanwhile and goes before this one, whose letters stay as they"
                        + " were; look at dead-letters list and try again");
    }

    private static byte @Nullable [] bytes(@Nullable ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    private static Properties config(Installation where) {
        Properties config = where.kafkaClient();
        config.put("transactional.id", where.topics().prefix() + "dead-letters");
        config.put("compression.type", "zstd");
        config.put("max.request.size", Integer.toString(Topic.DEAD_LETTERS.maxMessageBytes()));
        config.put("buffer.memory", Integer.toString(2 * Topic.DEAD_LETTERS.maxMessageBytes() + 16 * MIB));
        config.put("max.block.ms", Long.toString(PATIENCE.toMillis()));
        return config;
    }
}
