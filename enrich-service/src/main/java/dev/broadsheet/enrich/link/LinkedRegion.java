package dev.broadsheet.enrich.link;

import org.jspecify.annotations.Nullable;

/** The place an article is about: {@code name} as the article says it, {@code place} what that is, null where it is not sure. */
public record LinkedRegion(String name, @Nullable LinkedPlace place) {}
