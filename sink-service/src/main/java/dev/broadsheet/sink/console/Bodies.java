package dev.broadsheet.sink.console;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** Reads the bodies of requests, a few at once, each small and within a few seconds. Any thread. */
final class Bodies {
    private static final int LARGEST = 64 * 1024;
    /** A body beyond the largest and up to this is read all the same, that its sender is there to hear why it was refused. */
    private static final int LARGEST_REFUSED = 4 * LARGEST;

    private static final int MOST = 8;
    private static final int TOO_MANY = 429;
    private static final Duration LIMIT = Duration.ofSeconds(5);
    /** Attribute of a request whose body was asked for: whether it was read to its end. */
    private static final String READ = Bodies.class.getName();

    private final Semaphore places = new Semaphore(MOST);

    /** The body, JSON. Throws 415 for any other, 413 where it is too large, 408 where it is slow, and 503 where as many as can be are being read. */
    byte[] read(Request request) {
        String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            throw new ApiException(415, "unsupported_media_type", "the body has to be application/json", null);
        }
        if (request.getLength() <= LARGEST) {
            byte[] body = bytes(request, LARGEST);
            if (body.length <= LARGEST) {
                return body;
            }
        }
        throw new ApiException(413, "too_large", "the body has more than " + LARGEST + " bytes", null);
    }

    /** At most one byte more than the largest. Who sends slowly, or nothing, holds neither a thread for long nor all of them. */
    private byte[] bytes(Request request, int largest) {
        request.setAttribute(READ, false);
        if (!places.tryAcquire()) {
            throw new ApiException(503, "unavailable", "too many requests with a body are being read; try again", null);
        }
        EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
        long idle = connection.getIdleTimeout();
        long latest = System.nanoTime() + LIMIT.toNanos();
        try (InputStream stream = Request.asInputStream(request)) {
            byte[] body = new byte[largest + 1];
            int length = 0;
            int count = 0;
            while (count >= 0 && length < body.length) {
                length += count;
                long left = millisUntil(latest);
                if (left <= 0) {
                    throw tooSlow(null);
                }
                connection.setIdleTimeout(left); // else a read waits as long as a connection may rest
                count = stream.read(body, length, body.length - length);
            }
            request.setAttribute(READ, length <= largest);
            return Arrays.copyOf(body, length);
        } catch (IOException e) {
            throw e.getCause() instanceof TimeoutException || millisUntil(latest) <= 0
                    ? tooSlow(e)
                    : new ApiException(400, "bad_request", "the body did not come to its end", e);
        } finally {
            connection.setIdleTimeout(idle);
            places.release();
        }
    }

    private static long millisUntil(long nanoTime) {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime - System.nanoTime());
    }

    private static ApiException tooSlow(@Nullable IOException cause) {
        return new ApiException(408, "timeout", "the body did not come within " + LIMIT.toSeconds() + " s", cause);
    }

    /**
     * Whether nothing of it is left for the connection. The body of a request that was refused is read all the same, unless it is very large: a connection that is
     * closed before it came takes the answer, or the next request, with it.
     */
    boolean isDone(Request request, int status) {
        Object read = request.getAttribute(READ);
        if (!hasBody(request) || Boolean.TRUE.equals(read)) {
            return true;
        }
        if (read != null || status == TOO_MANY || request.getLength() > LARGEST_REFUSED) {
            return false;
        }
        try {
            return bytes(request, LARGEST_REFUSED).length <= LARGEST_REFUSED;
        } catch (ApiException e) { // it comes slowly, or not at all; the caller is told why it was refused
            return false;
        }
    }

    private static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }
}
