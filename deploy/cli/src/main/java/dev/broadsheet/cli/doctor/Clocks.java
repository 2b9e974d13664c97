package dev.broadsheet.cli.doctor;

import java.time.Duration;
import java.time.Instant;

/**
 * Compares clocks. Which version of a page is newer follows from when an intake received it, so clocks that disagree
 * let an older page supersede a newer one.
 */
final class Clocks {
    private static final Duration WARN = Duration.ofSeconds(1);
    private static final Duration FAIL = Duration.ofSeconds(30);

    private Clocks() {}

    /** {@code theirs} was told some time between {@code asked} and {@code answered} of this machine's clock. */
    static void compare(Findings findings, String whose, Instant asked, Instant theirs, Instant answered) {
        Duration off = off(asked, theirs, answered);
        String finding = "the clock of " + whose + " is " + off.toMillis() + " ms off this machine's";
        String mend = "let both follow the same time server (chronyc tracking, timedatectl)";
        if (off.compareTo(FAIL) >= 0) {
            findings.fail("clock", finding, mend);
        } else if (off.compareTo(WARN) >= 0) {
            findings.warn("clock", finding, mend);
        } else {
            findings.ok("clock", "the clock of " + whose + " agrees with this machine's to " + WARN.toSeconds() + " s");
        }
    }

    private static Duration off(Instant asked, Instant theirs, Instant answered) {
        if (theirs.isBefore(asked)) {
            return Duration.between(theirs, asked);
        }
        return theirs.isAfter(answered) ? Duration.between(answered, theirs) : Duration.ZERO;
    }
}
