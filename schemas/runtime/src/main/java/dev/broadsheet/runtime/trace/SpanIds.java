package dev.broadsheet.runtime.trace;

import io.opentelemetry.sdk.trace.IdGenerator;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Ids that follow from what a span is about, so that a step that is done again after a crash is the same span. What a thread announces is
 * what its next span gets; a span that nobody announced is refused. Any thread.
 */
final class SpanIds implements IdGenerator {
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private record Announced(String traceId, String spanId) {}

    @SuppressWarnings("ThreadLocalUsage") // one a service, for its life; a static one would be shared by services
    private final ThreadLocal<Announced> next = new ThreadLocal<>();

    /** {@code traceId} is used where the span has no parent. */
    void announce(String traceId, String spanId) {
        next.set(new Announced(traceId, spanId));
    }

    @Override
    public String generateTraceId() {
        return next.get().traceId();
    }

    @Override
    public String generateSpanId() {
        return next.get().spanId();
    }

    static String traceId(String... about) {
        return hash(TRACE_BYTES, about);
    }

    static String spanId(String... about) {
        return hash(SPAN_BYTES, about);
    }

    private static String hash(int bytes, String... about) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", about).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
