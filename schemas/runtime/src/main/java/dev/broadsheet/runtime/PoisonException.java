package dev.broadsheet.runtime;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown by a topology around the pure core: this record, and only this record, cannot be processed. {@link StreamsApp}
 * turns it into a dead letter and goes on. Anything else that a topology throws stops the service.
 */
public final class PoisonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String issueId;
    private final @Nullable String pageId;

    public PoisonException(@Nullable String issueId, @Nullable String pageId, Throwable cause) {
        super(Causes.sentence(cause), cause);
        this.issueId = issueId;
        this.pageId = pageId;
    }

    /** A record without a value where none may be. */
    public static PoisonException noValue() {
        return new PoisonException(
                null,
                null,
                new SerializationException("a record without a value; what no longer stands has state RETRACTED"));
    }

    public @Nullable String issueId() {
        return issueId;
    }

    public @Nullable String pageId() {
        return pageId;
    }
}
