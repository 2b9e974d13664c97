package dev.broadsheet.sink.console.read;

import org.jspecify.annotations.Nullable;

/** What callers name regions by: the beginning of a code, or a name. */
final class Regions {
    private Regions() {}

    static void filter(Where where, @Nullable String region) {
        if (region == null) {
            return;
        }
        if (region.chars().allMatch(c -> c >= '0' && c <= '9')) {
            where.and("a.region_code like ?", region + "%");
        } else {
            where.and("a.region_name = ?", region);
        }
    }
}
