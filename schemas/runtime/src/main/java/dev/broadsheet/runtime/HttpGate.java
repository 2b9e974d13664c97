package dev.broadsheet.runtime;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Who is let in, and how often: a bearer token compared in constant time, a limit of answers a second for all callers together. Any thread. */
final class HttpGate {
    private static final String BEARER = "Bearer ";
    private static final long SECOND = 1_000_000_000L;

    private final byte @Nullable [] token;
    private final int mostASecond;
    private long second = Long.MIN_VALUE;
    private int answered;

    HttpGate(@Nullable String token, int mostASecond) {
        this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
        this.mostASecond = mostASecond;
    }

    /** Whether no token is asked for, or this one was shown. */
    boolean knows(Headers request) {
        if (token == null) {
            return true;
        }
        String shown = request.getFirst("Authorization");
        return shown != null
                && shown.startsWith(BEARER)
                && MessageDigest.isEqual(token, shown.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8));
    }

    /** Whether one more may be answered in this second. */
    synchronized boolean admits(long nanos) {
        long now = Math.floorDiv(nanos, SECOND);
        if (now != second) {
            second = now;
            answered = 0;
        }
        return ++answered <= mostASecond;
    }
}
