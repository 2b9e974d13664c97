package dev.broadsheet.contracts;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Tells trouble with the registry, which passes, from a record that no registry can help. An outage inside a serializer
 * arrives wrapped like poison, so the whole chain of causes is looked at. An EOFException is poison: Avro throws it on
 * truncated bytes.
 */
public final class RegistryTrouble {
    private static final int NOT_FOUND = 404;

    private RegistryTrouble() {}

    /**
     * The same where a record was to be written: its schema is of this version, so that a registry which does not know it lacks a registration, which no
     * record is to blame for. What is read may name any schema, and one that is unknown is that record's own fault.
     */
    static Optional<String> describeWriting(Throwable failure) {
        return describe(failure).or(() -> unregistered(failure));
    }

    private static Optional<String> unregistered(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException refusal && refusal.getStatus() == NOT_FOUND) {
                return Optional.of("the schema registry does not know a schema that is to be written; deploy/broadsheet"
                        + " schemas register does it: " + refusal.getMessage());
            }
        }
        return Optional.empty();
    }

    /** The failure in words where it is trouble with the registry, else empty. */
    public static Optional<String> describe(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RegistryUnavailableException) {
                return Optional.of(String.valueOf(cause.getMessage()));
            }
            if (isNetwork(cause)) {
                return Optional.of("the schema registry does not answer: " + cause);
            }
            if (cause instanceof RestClientException refusal && passes(refusal.getStatus())) {
                return Optional.of("the schema registry answers with status " + refusal.getStatus());
            }
        }
        return Optional.empty();
    }

    private static boolean isNetwork(Throwable cause) {
        return cause instanceof SocketException
                || cause instanceof UnknownHostException
                || cause instanceof InterruptedIOException
                || cause instanceof SSLException;
    }

    // 401 and 403 are an operator's to mend; the records are sound.
    private static boolean passes(int status) {
        return status >= 500 || status == 401 || status == 403 || status == 408 || status == 429;
    }
}
