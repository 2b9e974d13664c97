package dev.broadsheet.ingest;

import dev.broadsheet.ingest.split.PageSplitter;
import dev.broadsheet.runtime.ServiceMain;
import dev.broadsheet.system.chaos.Marks;
import java.time.Clock;

/** The ingest service with a splitter that throws or hangs on marked pages, and is the one of production on all others. */
public final class FaultyIngestMain {
    private FaultyIngestMain() {}

    public static void main(String[] args) {
        PageSplitter splitter = new PageSplitter();
        System.exit(ServiceMain.run(
                "ingest",
                System.getenv(),
                environment -> new IngestService(IngestSettings.read(environment), Clock.systemUTC(), text -> {
                    Marks.stumble(text, Marks.SPLIT_THROWS, Marks.SPLIT_HANGS);
                    return splitter.split(text);
                })));
    }
}
