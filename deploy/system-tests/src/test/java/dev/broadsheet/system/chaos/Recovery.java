package dev.broadsheet.system.chaos;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How long something took to work again.
 *
 * @param what for example "KILL_SINK sink-1"
 * @param from the kill of a service, the start command of a backend
 * @param millis from then on; negative where nothing new came within the limit
 * @param beside what else was wrong at the same time; empty where nothing was
 */
record Recovery(String what, Instant from, long millis, String beside) {
    static final String ANOTHER_FAULT = "with another fault";
    private static final long WANTED_OF_A_SERVICE_MS = 20_000;
    private static final long WANTED_OF_A_BACKEND_MS = 30_000;

    boolean alone() {
        return beside.isEmpty();
    }

    /** The far future where nothing new came. */
    Instant until() {
        return millis < 0 ? Instant.MAX : from.plusMillis(millis);
    }

    /** A killed service needs its own kind, a backend has all of them work again. */
    boolean needs(String service) {
        return !isOfAService()
                || Groups.of(what.substring(what.indexOf(' ') + 1)).equals(Groups.of(service));
    }

    /** The same, with the page named that held it up where one did. */
    Recovery beside(List<Hang> hangs) {
        return hangs.stream()
                .filter(hang -> alone() && hang.delays(this))
                .findFirst()
                .map(hang -> new Recovery(what, from, millis, "with a page that hung in " + hang.service()))
                .orElse(this);
    }

    /** Whether it took no longer than is wanted on a machine of its own, and so much more. */
    boolean within(long slackMillis) {
        long wanted = isOfAService() ? WANTED_OF_A_SERVICE_MS : WANTED_OF_A_BACKEND_MS;
        return millis >= 0 && millis <= slackMillis + wanted;
    }

    private boolean isOfAService() {
        return Arrays.stream(Fault.values())
                .filter(Fault::isOfAnInstance)
                .anyMatch(fault -> what.startsWith(fault.name()));
    }

    @Override
    public String toString() {
        return millis < 0
                ? what + ": not seen"
                : String.format(Locale.ROOT, "%s: %.1f s%s", what, millis / 1000.0, alone() ? "" : " (" + beside + ")");
    }
}
