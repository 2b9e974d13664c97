package dev.broadsheet.sink;

/** What an instance of the sink does. */
public enum SinkRole {
    /** Keeps the store in step with the topics. */
    STORE,
    /** Serves the console over it. */
    CONSOLE
}
