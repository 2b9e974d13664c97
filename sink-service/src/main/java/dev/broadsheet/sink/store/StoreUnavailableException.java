package dev.broadsheet.sink.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be reached or cannot work at the moment; the same call will pass later. */
public sealed class StoreUnavailableException extends RuntimeException permits NotMigratedException {
    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
