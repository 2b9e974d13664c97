package dev.broadsheet.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/**
 * Runs one service as a process: reads the log settings, starts the service, waits for SIGTERM or a fault, closes it
 * within a limit; a second SIGTERM or SIGINT ends it at once. Returns the exit code: 0 stopped, 1 failed, 2 wrong
 * settings. A JVM that ends by SIGTERM reports 143 whatever this returns.
 */
public final class ServiceMain {
    static final Duration CLOSE_LIMIT = Duration.ofSeconds(25); // Kubernetes kills after 30 s

    private ServiceMain() {}

    public static int run(
            String name, Map<String, String> environment, Function<Map<String, String>, Service> factory) {
        LogSettings logs = LogSettings.read(new SettingsReader(environment));
        Logs.configure(logs.format(), logs.level());
        StopSignals.handle(name, System.err);
        return new Lifecycle(name, CLOSE_LIMIT, System.err, Runtime.getRuntime()::addShutdownHook)
                .run(() -> factory.apply(environment));
    }
}
