package dev.broadsheet.system.chaos;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long something took to work again.
 *
 * @param what for example "KILL_SINK sink-1"
 * @param millis from the kill of a service, from the start command of a backend; negative where nothing new came within the limit
 * @param alone whether nothing else was wrong at the same time
 */
record Recovery(String what, long millis, boolean alone) {
    private static final long WANTED_OF_A_SERVICE_MS = 20_000;
    private static final long WANTED_OF_A_BACKEND_MS = 30_000;

    static Recovery never(String what, boolean alone) {
        return new Recovery(what, -1, alone);
    }

    /** Whether it took no longer than is wanted on a machine of its own, and so much more. */
    boolean within(long slackMillis) {
        boolean service = Arrays.stream(Fault.values())
                .filter(Fault::isOfAnInstance)
                .anyMatch(fault -> what.startsWith(fault.name()));
        return millis >= 0 && millis <= slackMillis + (service ? WANTED_OF_A_SERVICE_MS : WANTED_OF_A_BACKEND_MS);
    }

    @Override
    public String toString() {
        return millis < 0
                ? what + ": not seen"
                : String.format(
                        Locale.ROOT, "%s: %.1f s%s", what, millis / 1000.0, alone ? "" : " (with another fault)");
    }
}
