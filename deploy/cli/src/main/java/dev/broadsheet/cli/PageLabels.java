package dev.broadsheet.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where labelled pages lie, for the commands that learn from what people found in them. */
final class PageLabels {
    @Option(names = "--pages", required = true, paramLabel = "DIR", description = "Printed pages: NAME.txt, UTF-8.")
    private Path pages = Path.of("");

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "DIR",
            description =
                    "Their labels: NAME.lines.tsv, NAME.articles.json and, for entities and figures, NAME.facts.json.")
    private Path labels = Path.of("");

    @Option(
            names = "--offsets",
            required = true,
            paramLabel = "DIR",
            description = "Entities (NAME.tsv) and figures (NAME.metrics.tsv) as offsets, of pages without facts; the"
                    + " project's own are in enrich-service/src/labels.")
    private Path offsets = Path.of("");

    Path pages() {
        return pages;
    }

    Path labels() {
        return labels;
    }

    Path offsets() {
        return offsets;
    }
}
