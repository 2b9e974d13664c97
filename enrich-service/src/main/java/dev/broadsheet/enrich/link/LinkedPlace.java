package dev.broadsheet.enrich.link;

import org.jspecify.annotations.Nullable;

/**
 * An administrative division or functional area.
 *
 * @param code GB/T 2260, of 6, 9 or 12 digits; null for a functional area that has none of its own
 * @param name the official name: 荥阳市
 * @param path official names from the province down to it, joined by {@code /}: 河南省/郑州市/荥阳市
 */
public record LinkedPlace(@Nullable String code, String name, String path) {}
