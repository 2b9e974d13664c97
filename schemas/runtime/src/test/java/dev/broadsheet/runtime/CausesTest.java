package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.RegistryUnavailableException;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.CoordinatorNotAvailableException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each kind of failure becomes, bare and wrapped as serializers and Kafka Streams wrap it. */
class CausesTest {
    private enum Becomes {
        RETRY,
        DEAD_LETTER,
        CRASH
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("connection refused", new ConnectException("refused"), Becomes.RETRY),
                Arguments.of("connection reset", new SocketException("Connection reset"), Becomes.RETRY),
                Arguments.of("time-out of a socket", new SocketTimeoutException("Read timed out"), Becomes.RETRY),
                Arguments.of("unknown host", new UnknownHostException("registry"), Becomes.RETRY),
                Arguments.of("TLS", new SSLHandshakeException("expired"), Becomes.RETRY),
                Arguments.of("registry 500", new RestClientException("error", 500, 50001), Becomes.RETRY),
                Arguments.of("registry 503", new RestClientException("away", 503, 50301), Becomes.RETRY),
                Arguments.of("registry 429", new RestClientException("slow down", 429, 42901), Becomes.RETRY),
                Arguments.of("registry 408", new RestClientException("time-out", 408, 40801), Becomes.RETRY),
                Arguments.of("registry 401", new RestClientException("who?", 401, 40101), Becomes.RETRY),
                Arguments.of("registry 403", new RestClientException("no", 403, 40301), Becomes.RETRY),
                Arguments.of(
                        "registry waited for in vain",
                        new RegistryUnavailableException("away", new ConnectException("refused")),
                        Becomes.RETRY),
                Arguments.of("broker time-out", new TimeoutException("no answer"), Becomes.RETRY),
                Arguments.of("broker without replicas", new NotEnoughReplicasException("one left"), Becomes.RETRY),
                Arguments.of("broker electing", new CoordinatorNotAvailableException("moving"), Becomes.RETRY),
                Arguments.of(
                        "schema gone", new RestClientException("Schema 7 not found", 404, 40403), Becomes.DEAD_LETTER),
                Arguments.of("malformed Avro", new AvroRuntimeException("Malformed data"), Becomes.DEAD_LETTER),
                Arguments.of("truncated Avro", new EOFException(), Becomes.DEAD_LETTER),
                Arguments.of(
                        "unknown magic byte", new SerializationException("Unknown magic byte!"), Becomes.DEAD_LETTER),
                Arguments.of("record too large", new RecordTooLargeException("50 MB"), Becomes.DEAD_LETTER),
                Arguments.of("record without a value", PoisonException.noValue(), Becomes.DEAD_LETTER),
                Arguments.of("pure core", poison(new IllegalStateException("no rule for this")), Becomes.DEAD_LETTER),
                Arguments.of("pure core too deep", poison(new StackOverflowError()), Becomes.DEAD_LETTER),
                Arguments.of(
                        "pure core too slow",
                        poison(new TimeLimitExceededException(
                                "split", Duration.ofSeconds(10), new StackTraceElement[0])),
                        Becomes.DEAD_LETTER),
                Arguments.of("bug", new IllegalStateException("a bug"), Becomes.CRASH),
                Arguments.of("memory", new OutOfMemoryError("Java heap space"), Becomes.CRASH),
                Arguments.of("class missing", new NoClassDefFoundError("dev/broadsheet/X"), Becomes.CRASH),
                Arguments.of("disk", new IOException("No space left on device"), Becomes.CRASH));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("kinds")
    void aKindOfFailureBecomesTheSameHoweverItIsWrapped(String kind, Throwable failure, Becomes expected) {
        Throwable read = isOfRecord(failure) ? new SerializationException("cannot be read", failure) : failure;

        assertThat(judge(read)).isEqualTo(expected);
        assertThat(judge(new StreamsException("in a task", new KafkaException("in a node", read))))
                .isEqualTo(expected);
    }

    /** Where a serializer, which wraps whatever it meets, is where such a failure comes from. */
    private static boolean isOfRecord(Throwable failure) {
        return failure instanceof AvroRuntimeException
                || failure instanceof EOFException
                || failure instanceof RestClientException
                || failure instanceof SocketException;
    }

    private static Becomes judge(Throwable failure) {
        if (Causes.passing(failure).isPresent()) {
            return Becomes.RETRY;
        }
        return Causes.poison(failure).isPresent() ? Becomes.DEAD_LETTER : Becomes.CRASH;
    }

    private static PoisonException poison(Throwable cause) {
        return new PoisonException("issue", null, cause);
    }
}
