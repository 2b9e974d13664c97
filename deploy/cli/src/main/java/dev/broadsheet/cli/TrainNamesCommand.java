package dev.broadsheet.cli;

import dev.broadsheet.enrich.extract.NameTraining;
import dev.broadsheet.enrich.extract.PrintedLabels;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Standard output holds the weights, or the table, alone. */
@Command(
        name = "train-names",
        mixinStandardHelpOptions = true,
        description = {
            "Learns what names look like from labelled pages and marked texts and prints the weights",
            "(name-weights.tsv), or with --leave-one-out measures them on pages that were left out."
        })
final class TrainNamesCommand implements Callable<Integer> {
    @Option(names = "--pages", required = true, paramLabel = "DIR", description = "Printed pages: NAME.txt, UTF-8.")
    private Path pages = Path.of("");

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "DIR",
            description = "Their labels: NAME.lines.tsv, NAME.articles.json and, for entities, NAME.facts.json.")
    private Path labels = Path.of("");

    @Option(
            names = "--offsets",
            required = true,
            paramLabel = "DIR",
            description = "Entities as offsets, NAME.tsv, of pages without facts; the project's own are in"
                    + " enrich-service/src/labels.")
    private Path offsets = Path.of("");

    @Option(
            names = "--marked",
            required = true,
            paramLabel = "DIR",
            description = "Marked texts; the project's own are in"
                    + " enrich-service/src/test/resources/dev/broadsheet/enrich/extract/marked.")
    private Path marked = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Write the weights to FILE instead of standard output.")
    private @Nullable Path out;

    @Option(
            names = "--leave-one-out",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "PREFIX",
            description =
                    "Learn nothing for keeps: print how well the names of each printed page, or of those whose name"
                            + " starts so, are found by what is learned without it.")
    private @Nullable String leaveOneOut;

    @Override
    public Integer call() throws IOException {
        NameTraining training = read();
        PrintStream print = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (leaveOneOut != null) {
            print.print(training.leaveOneOut(leaveOneOut).table());
        } else if (out != null) {
            Files.writeString(out, training.weights());
        } else {
            print.print(training.weights());
        }
        return 0;
    }

    private NameTraining read() throws IOException {
        try {
            return new NameTraining(PrintedLabels.read(pages, labels, offsets), marked);
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new UserException(e.getFile() + ": there is no such file or folder");
        } catch (IOException e) {
            throw new UserException(String.valueOf(e.getMessage()));
        }
    }
}
