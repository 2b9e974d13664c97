package dev.broadsheet.cli;

import dev.broadsheet.cli.report.Inspector;
import dev.broadsheet.ingest.split.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Learns the splitter's weights from labelled pages and prints them (weights.tsv), or with",
            "--leave-one-out writes how each page is split by weights learned without it, for scoring."
        })
final class TrainCommand implements Callable<Integer> {
    @Option(names = "--pages", required = true, paramLabel = "DIR", description = "Printed pages: NAME.txt, UTF-8.")
    private Path pages = Path.of("");

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "DIR",
            description = "Their labels: NAME.lines.tsv with the columns line, article, role, joins, head.")
    private Path labels = Path.of("");

    @Option(
            names = "--invented",
            required = true,
            paramLabel = "DIR",
            description = "Invented pages to learn from too, DIR/pages and DIR/labels; the project's own are in"
                    + " ingest-service/training.")
    private Path invented = Path.of("");

    @Mixin
    private final LearnedOutput output = new LearnedOutput();

    @Option(
            names = "--leave-one-out",
            paramLabel = "DIR",
            description = "Learn nothing for keeps: write DIR/NAME.json, the issue report of each printed page.")
    private @Nullable Path reports;

    @Option(
            names = "--keep-words",
            description =
                    "With --leave-one-out: keep the entries of vocabularies that are found in the page left out alone.")
    private boolean keepWords;

    @Option(
            names = "--reliability",
            description =
                    "Learn nothing for keeps: print how often articles of pages left out are exact, by confidence.")
    private boolean reliability;

    @Override
    public Integer call() throws IOException {
        Training training = LearnedOutput.read(() -> Training.of(pages, labels, invented));
        training.unreadable()
                .forEach(page -> System.err.println("broadsheet: " + page
                        + ": a part of it is not learned from, the grammar has no reading that its labels agree with"));
        if (reliability) {
            output.write(training.reliability().table());
        } else if (reports != null) {
            leaveOneOut(training, reports);
        } else {
            output.write(training.weights());
        }
        return 0;
    }

    private void leaveOneOut(Training training, Path folder) throws IOException {
        Files.createDirectories(folder);
        Inspector inspector = new Inspector();
        training.leaveOneOut(keepWords, (name, page) -> {
            String json = inspector
                    .report(name + ".txt", StandardCharsets.UTF_8.name(), page)
                    .json();
            try {
                Files.writeString(folder.resolve(name + ".json"), json + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            System.err.println(
                    "broadsheet: left out " + name + ": " + page.articles().size() + " articles");
        });
    }
}
