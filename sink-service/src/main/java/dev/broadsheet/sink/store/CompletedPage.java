package dev.broadsheet.sink.store;

import java.time.Instant;

/** A page whose version stands whole in the store since {@code at}. */
public record CompletedPage(String pageId, Version version, Origin origin, int articles, Instant at) {}
