package dev.broadsheet.sink.store;

import java.util.List;

/** Sends messages; returns when every one of them is acknowledged, else throws. */
@FunctionalInterface
public interface Publisher {
    void publish(List<Outgoing> messages);
}
