package dev.broadsheet.system.chaos;

import java.util.Locale;

/**
 * How long something took to work again.
 *
 * @param what for example "KILL_SINK sink-1"
 * @param millis from the kill of a service, from the start command of a backend; negative where nothing new came within the limit
 * @param alone whether nothing else was wrong at the same time
 */
record Recovery(String what, long millis, boolean alone) {
    static Recovery never(String what, boolean alone) {
        return new Recovery(what, -1, alone);
    }

    boolean within(long limitMillis) {
        return millis >= 0 && millis <= limitMillis;
    }

    @Override
    public String toString() {
        return millis < 0
                ? what + ": not seen"
                : String.format(
                        Locale.ROOT, "%s: %.1f s%s", what, millis / 1000.0, alone ? "" : " (with another fault)");
    }
}
