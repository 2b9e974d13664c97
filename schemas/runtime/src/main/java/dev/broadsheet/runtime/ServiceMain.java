package dev.broadsheet.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.event.Level;

/**
 * Runs one service as a process: reads the log settings, starts the service, waits for SIGTERM or a fault, closes it
 * within a limit. Returns the exit code: 0 stopped, 1 failed, 2 wrong settings. A JVM that ends by SIGTERM reports 143
 * whatever this returns.
 */
public final class ServiceMain {
    static final Duration CLOSE_LIMIT = Duration.ofSeconds(25); // Kubernetes kills after 30 s

    private ServiceMain() {}

    public static int run(
            String name, Map<String, String> environment, Function<Map<String, String>, Service> factory) {
        try {
            logs(new SettingsReader(environment));
        } catch (SettingsException e) {
            return Lifecycle.report(name, e, System.err);
        }
        return new Lifecycle(name, CLOSE_LIMIT, System.err, Runtime.getRuntime()::addShutdownHook)
                .run(() -> factory.apply(environment));
    }

    // The service's own reader reports what is wrong with these keys together with everything else.
    private static void logs(SettingsReader reader) {
        LogFormat format = reader.choices("BROADSHEET_LOG_FORMAT", LogFormat.class, Set.of(LogFormat.TEXT))
                .iterator()
                .next();
        Level level = reader.choices("BROADSHEET_LOG_LEVEL", Level.class, Set.of(Level.INFO))
                .iterator()
                .next();
        Logs.configure(format, level);
    }
}
