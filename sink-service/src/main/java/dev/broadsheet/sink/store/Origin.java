package dev.broadsheet.sink.store;

/** How something arrived: the feed, the file's name as dropped, and the delivery that brought it. */
public record Origin(String feed, String fileName, String deliveryId) {}
