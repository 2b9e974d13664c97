package dev.broadsheet.runtime;

/** A service that can be started and closed once. Closing stops taking work, finishes what was begun and gives back everything. */
public interface Service extends AutoCloseable {
    /** Returns when the work has begun; {@link #health} tells when it is ready. Ends early when interrupted. */
    void start();

    @Override
    void close();

    /** Port of /live, /ready and /metrics, once started. */
    int httpPort();

    Health health();
}
