package dev.broadsheet.runtime;

import dev.broadsheet.contracts.DeadLetter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges what a stream thread met, by its root cause. What passes (registry, broker, network) is never a dead letter;
 * a bad record is; anything else is a bug, whose place is remembered until the thread dies of it. Shared by the handlers
 * of one application; any thread.
 */
final class Failures {
    /** Under this key the handlers, which Kafka makes by reflection, find the one object. */
    static final String CONFIG = "broadsheet.failures";

    /** What a thread was at when it failed. */
    enum Doing {
        READING,
        PROCESSING,
        WRITING
    }

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final DeadLetterContext context;
    private final MeterRegistry meters;
    private final Map<Thread, String> places = new ConcurrentHashMap<>();

    Failures(DeadLetterContext context, MeterRegistry meters) {
        this.context = context;
        this.meters = meters;
    }

    static Failures from(Map<String, ?> configs) {
        if (configs.get(CONFIG) instanceof Failures failures) {
            return failures;
        }
        throw new IllegalArgumentException("the handlers work inside StreamsApp only: " + CONFIG + " is not set");
    }

    /** The dead letter to write, in the transaction of the record, or empty where the thread has to stop. */
    Optional<List<ProducerRecord<byte[], byte[]>>> judge(
            ErrorHandlerContext place,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Throwable failure,
            Doing doing,
            boolean poison) {
        if (Causes.passing(failure).isPresent()) {
            return Optional.empty();
        }
        if (!poison) {
            places.put(Thread.currentThread(), describe(place));
            return Optional.empty();
        }
        return Optional.of(List.of(deadLetter(place, key, value, failure, doing)));
    }

    /** Counts a write that Kafka Streams repeats by itself. */
    void repeated(Throwable failure) {
        Retries.count(meters, "streams." + context.stage(), failure);
    }

    /** Where the calling thread's last bug happened, told once. */
    Optional<String> takePlace() {
        return Optional.ofNullable(places.remove(Thread.currentThread()));
    }

    private ProducerRecord<byte[], byte[]> deadLetter(
            ErrorHandlerContext place, byte @Nullable [] key, byte @Nullable [] value, Throwable failure, Doing doing) {
        PoisonException named = Causes.chain(failure).stream()
                .filter(PoisonException.class::isInstance)
                .map(PoisonException.class::cast)
                .findFirst()
                .orElse(null);
        DeadLetter letter = DeadLetters.of(
                context,
                new FailedRecord(
                        place.topic(),
                        place.partition(),
                        place.offset(),
                        place.timestamp(),
                        key,
                        value,
                        headers(place),
                        named == null && doing != Doing.READING),
                failure,
                named == null ? null : named.issueId(),
                named == null ? null : named.pageId());
        DeadLetters.count(meters, letter);
        LOG.warn("dead letter {}: {}", letter.getDeadLetterId(), letter.getCause());
        return DeadLetters.record(context, letter);
    }

    @SuppressWarnings("NullAway") // Kafka does not say so, but a punctuation has no headers
    private static Headers headers(ErrorHandlerContext place) {
        return place.headers() == null ? new RecordHeaders() : place.headers();
    }

    private static String describe(ErrorHandlerContext place) {
        return place.processorNodeId() + " at " + place.topic() + "-" + place.partition() + " offset " + place.offset();
    }
}
