package dev.broadsheet.enrich;

import dev.broadsheet.runtime.ServiceMain;
import java.time.Clock;

/** Runs the enrich service until it is told to stop; settings come from the environment. */
public final class EnrichMain {
    private EnrichMain() {}

    public static void main(String[] args) {
        System.exit(ServiceMain.run(
                "enrich",
                System.getenv(),
                environment -> new EnrichService(EnrichSettings.read(environment), Clock.systemUTC())));
    }
}
