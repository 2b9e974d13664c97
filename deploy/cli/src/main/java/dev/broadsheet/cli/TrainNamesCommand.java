package dev.broadsheet.cli;

import dev.broadsheet.enrich.extract.LabelledArticle;
import dev.broadsheet.enrich.extract.NameScores;
import dev.broadsheet.enrich.extract.NameTraining;
import dev.broadsheet.enrich.extract.PrintedLabels;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
    @Mixin
    private final PageLabels labelled = new PageLabels();

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
                            + " starts so, are found by what is learned without it, with vocabularies that lack the"
                            + " entries found in no other page.")
    private @Nullable String leaveOneOut;

    @Option(
            names = "--keep-words",
            description = "With --leave-one-out: keep the vocabulary entries that only the page left out has.")
    private boolean keepWords;

    @Override
    public Integer call() throws IOException {
        PrintStream print = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        String result = result();
        if (out != null) {
            Files.writeString(out, result);
        } else {
            print.print(result);
        }
        return 0;
    }

    private String result() throws IOException {
        try {
            List<LabelledArticle> printed = PrintedLabels.read(labelled.pages(), labelled.labels(), labelled.offsets());
            if (leaveOneOut == null) {
                return new NameTraining(printed, marked).weights();
            }
            NameScores scores = keepWords
                    ? new NameTraining(printed, marked).leaveOneOut(leaveOneOut)
                    : new LeftOutPages(printed, arguments()).measure(leaveOneOut);
            return scores.table();
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new UserException(e.getFile() + ": there is no such file or folder");
        } catch (IOException e) {
            throw new UserException(String.valueOf(e.getMessage()));
        }
    }

    private List<String> arguments() {
        return List.of(
                "--pages",
                labelled.pages().toString(),
                "--labels",
                labelled.labels().toString(),
                "--offsets",
                labelled.offsets().toString(),
                "--marked",
                marked.toString());
    }
}
