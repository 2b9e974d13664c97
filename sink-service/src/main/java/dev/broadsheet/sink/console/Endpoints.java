package dev.broadsheet.sink.console;

/** A part of the API. */
public interface Endpoints {
    void register(Routes routes);
}
