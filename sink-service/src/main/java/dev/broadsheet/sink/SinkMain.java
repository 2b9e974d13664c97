package dev.broadsheet.sink;

import dev.broadsheet.runtime.ServiceMain;
import java.time.Clock;

/** Runs the sink as a process of its own, set up by environment variables. */
public final class SinkMain {
    private SinkMain() {}

    public static void main(String[] arguments) {
        System.exit(ServiceMain.run(
                "sink",
                System.getenv(),
                environment -> new SinkService(SinkSettings.read(environment), Clock.systemUTC())));
    }
}
