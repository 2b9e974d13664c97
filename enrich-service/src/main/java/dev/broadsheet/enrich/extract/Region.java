package dev.broadsheet.enrich.extract;

import org.jspecify.annotations.Nullable;

/** The place an article is about, as the article names it, with its GB/T 2260 code where it has one. */
public record Region(String name, @Nullable String code) {}
