package dev.broadsheet.ingest;

import dev.broadsheet.runtime.ServiceMain;
import java.time.Clock;

/** Runs the ingest service until it is told to stop; settings come from the environment. */
public final class IngestMain {
    private IngestMain() {}

    public static void main(String[] args) {
        System.exit(ServiceMain.run(
                "ingest",
                System.getenv(),
                environment -> new IngestService(IngestSettings.read(environment), Clock.systemUTC())));
    }
}
