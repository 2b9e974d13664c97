package dev.broadsheet.standalone;

import java.util.concurrent.CompletableFuture;

/**
 * One of the programs that Broadsheet starts beside itself. It may be started again after it ended. Start and close come
 * from one thread at a time.
 */
public interface Child extends AutoCloseable {
    /** As it is called in sentences, for example "the broker". */
    String name();

    /** Returns when it serves; a {@link StandaloneException} says why it does not. */
    void start();

    /** Completes when the running program has ended, for whatever reason. */
    CompletableFuture<?> ended();

    /** Ends it as a crash would; for tests of what happens then. */
    void kill();

    /** Stops it in an orderly way, or by force when that takes too long. */
    @Override
    void close();
}
