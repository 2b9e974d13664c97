package dev.broadsheet.runtime;

import java.time.Duration;

/** Work took longer than it may. The stack trace shows where the work was when it was given up. */
public final class TimeLimitExceededException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TimeLimitExceededException(String name, Duration limit, StackTraceElement[] where) {
        super(name + " was given up after " + limit.toMillis() + " ms");
        if (where.length > 0) {
            setStackTrace(where);
        }
    }
}
