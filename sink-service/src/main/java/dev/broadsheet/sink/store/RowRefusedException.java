package dev.broadsheet.sink.store;

import org.jspecify.annotations.Nullable;

/** The data of at least one change of the batch cannot be stored, ever. */
public final class RowRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RowRefusedException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
