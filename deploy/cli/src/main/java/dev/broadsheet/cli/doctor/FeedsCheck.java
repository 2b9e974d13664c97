package dev.broadsheet.cli.doctor;

import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.ingest.feed.FeedsFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** feeds.yaml, as the intake reads it, and the folders it names. */
public final class FeedsCheck implements Check {
    private static final String SUBJECT = "feeds";

    private final Path file;
    private final @Nullable Path done;
    private final @Nullable Path rejected;
    private final boolean intakeHere;

    /** {@code done} and {@code rejected}: the intake's settings of these names; null where they are not known to be set. */
    public FeedsCheck(Path file, @Nullable Path done, @Nullable Path rejected, boolean intakeHere) {
        this.file = file;
        this.done = done;
        this.rejected = rejected;
        this.intakeHere = intakeHere;
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public void run(Findings findings) {
        FeedsFile.Result result = FeedsFile.read(file, done, rejected);
        List<String> problems = new ArrayList<>(result.problems());
        problems.addAll(Feed.circles(result.feeds()));
        problems.forEach(problem -> findings.fail(SUBJECT, problem, "mend it and restart the intake"));
        if (problems.isEmpty()) {
            findings.ok(SUBJECT, file + " is valid and names " + result.feeds().size() + " feeds");
            Map<String, Path> folders = new LinkedHashMap<>();
            result.feeds().forEach(feed -> folders.put("folder of feed " + feed.name(), feed.folder()));
            new DiskCheck(folders, intakeHere).run(findings);
        }
    }
}
