package dev.broadsheet.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where marked texts lie, for the commands that learn from them. */
final class MarkedTexts {
    @Option(
            names = "--marked",
            required = true,
            paramLabel = "DIR",
            description = "Marked texts; the project's own are in"
                    + " enrich-service/src/test/resources/dev/broadsheet/enrich/extract/marked.")
    private Path folder = Path.of("");

    Path folder() {
        return folder;
    }
}
