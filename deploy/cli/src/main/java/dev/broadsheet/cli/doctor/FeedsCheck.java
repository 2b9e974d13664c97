package dev.broadsheet.cli.doctor;

import dev.broadsheet.ingest.feed.FeedsFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** feeds.yaml, as the intake reads it, and the folders it names. */
public final class FeedsCheck implements Check {
    private static final String SUBJECT = "feeds";

    private final Path file;
    private final boolean intakeHere;

    public FeedsCheck(Path file, boolean intakeHere) {
        this.file = file;
        this.intakeHere = intakeHere;
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public void run(Findings findings) {
        FeedsFile.Result result = FeedsFile.read(file, null, null);
        result.problems().forEach(problem -> findings.fail(SUBJECT, problem, "mend it and restart the intake"));
        if (result.problems().isEmpty()) {
            findings.ok(SUBJECT, file + " is valid and names " + result.feeds().size() + " feeds");
            Map<String, Path> folders = new LinkedHashMap<>();
            result.feeds().forEach(feed -> folders.put("folder of feed " + feed.name(), feed.folder()));
            new DiskCheck(folders, intakeHere).run(findings);
        }
    }
}
