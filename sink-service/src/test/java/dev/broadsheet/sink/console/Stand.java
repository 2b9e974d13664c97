package dev.broadsheet.sink.console;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.broadsheet.runtime.SettingsReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** A console with paths of the test's own and no database, its clock, its log and what it measures. One thread. */
final class Stand implements AutoCloseable {
    private static final List<String> LOGS = List.of(ConsoleHandler.class.getPackageName(), "org.eclipse.jetty");

    final ListAppender<ILoggingEvent> log = new ListAppender<>();
    final SettableClock clock = new SettableClock();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Endpoints paths;
    private @Nullable ConsoleServer server;

    static final class SettableClock extends Clock {
        Instant now = Instant.parse("2024-03-08T06:00:00Z");

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    Stand(Endpoints paths) {
        this.paths = paths;
        ThresholdFilter worthReading = new ThresholdFilter();
        worthReading.setLevel("INFO");
        worthReading.start();
        log.addFilter(worthReading);
        log.start();
        LOGS.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).addAppender(log));
    }

    /** {@code settings}: pairs of names without their prefix, and values. */
    Browser start(String... settings) {
        ConsoleServer started = new ConsoleServer(settings(settings), List.of(paths), meters, clock);
        started.start();
        server = started;
        log.list.clear(); // what Jetty tells of a start
        return new Browser(started.port());
    }

    int port() {
        return Objects.requireNonNull(server).port();
    }

    static ConsoleSettings settings(String... pairs) {
        Map<String, String> environment = new HashMap<>(Map.of("BROADSHEET_CONSOLE_PORT", "0"));
        for (int i = 0; i < pairs.length; i += 2) {
            environment.put("BROADSHEET_CONSOLE_" + pairs[i], pairs[i + 1]);
        }
        SettingsReader reader = new SettingsReader(environment);
        ConsoleSettings settings = ConsoleSettings.read(reader);
        reader.finish();
        return Objects.requireNonNull(settings);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
        LOGS.forEach(name -> ((Logger) LoggerFactory.getLogger(name)).detachAppender(log));
    }
}
