package dev.broadsheet.sink.store;

import org.jspecify.annotations.Nullable;

/** The offsets have moved on without the caller: another instance owns the partition. */
public final class NotOwnerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotOwnerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
