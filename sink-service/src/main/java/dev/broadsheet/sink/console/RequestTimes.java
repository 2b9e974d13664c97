package dev.broadsheet.sink.console;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.Request;

/**
 * How long answers take, by route and class of status, until they are ready to be sent. What no route answers is one series, so that nobody makes
 * series by asking. Any thread.
 */
final class RequestTimes {
    /** The page's files, whatever their names. */
    static final String PAGE = "page";

    private static final String ROUTE = RequestTimes.class.getName();
    private static final String NONE = "none";
    private static final int CLASS = 100;
    private static final List<Duration> BUCKETS = List.of(
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5));

    private final MeterRegistry meters;

    RequestTimes(MeterRegistry meters) {
        this.meters = meters;
    }

    /** From now on the request counts as one of this route. */
    static void name(Request request, String route) {
        request.setAttribute(ROUTE, route);
    }

    /** {@code begun}: {@link System#nanoTime} when it came. */
    void record(Request request, int status, long begun) {
        Object route = request.getAttribute(ROUTE);
        Timer.builder("broadsheet.console.request")
                .description("From a request's headers to its answer")
                .tag("route", route == null ? NONE : route.toString())
                .tag("status", status / CLASS + "xx")
                .serviceLevelObjectives(BUCKETS.toArray(Duration[]::new))
                .register(meters)
                .record(Duration.ofNanos(System.nanoTime() - begun));
    }
}
