package dev.broadsheet.sink.store;

import org.jspecify.annotations.Nullable;

/** The store has no tables yet; a sink that starts to read makes them. */
public final class NotMigratedException extends StoreUnavailableException {
    private static final long serialVersionUID = 1L;

    public NotMigratedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
