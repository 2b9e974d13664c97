package dev.broadsheet.runtime;

import dev.broadsheet.contracts.RegistryListener;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts what is tried again because its cause passes; none of it becomes a dead letter. Any thread. */
public final class Retries {
    private static final String REGISTRY = "registry";

    private Retries() {}

    /** Adds one to broadsheet_retries_total{component,cause}; cause is the root cause's class, so there are few. */
    public static void count(MeterRegistry meters, String component, Throwable failure) {
        count(meters, component, Causes.root(failure).getClass().getName());
    }

    /** Counts each time that the registry does not answer a serde, which waits and asks again. */
    public static RegistryListener counting(MeterRegistry meters, RegistryListener listener) {
        return (answers, cause) -> {
            if (!answers) {
                count(meters, REGISTRY, "unavailable");
            }
            listener.registryAnswers(answers, cause);
        };
    }

    private static void count(MeterRegistry meters, String component, String cause) {
        Counter.builder("broadsheet.retries")
                .description(
                        "Tries that failed for a cause that passes and are repeated, by component and class of the cause")
                .tag("component", component)
                .tag("cause", cause)
                .register(meters)
                .increment();
    }
}
