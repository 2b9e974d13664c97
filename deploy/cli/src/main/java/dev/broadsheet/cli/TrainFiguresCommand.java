package dev.broadsheet.cli;

import dev.broadsheet.enrich.extract.FigureArticle;
import dev.broadsheet.enrich.extract.FigureLabels;
import dev.broadsheet.enrich.extract.FigureTraining;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Standard output holds the weights, or the table, alone. */
@Command(
        name = "train-figures",
        mixinStandardHelpOptions = true,
        description = {
            "Learns what figures measure and whom they are about from labelled pages and written articles and prints",
            "the weights (figure-weights.tsv), or with --leave-one-out measures them on pages that were left out."
        })
final class TrainFiguresCommand implements Callable<Integer> {
    @Mixin
    private final PageLabels labelled = new PageLabels();

    @Option(
            names = "--written",
            required = true,
            paramLabel = "DIR",
            description = "Written articles with their figures, NAME.json; the project's own are in"
                    + " enrich-service/src/test/resources/dev/broadsheet/enrich/extract/figures.")
    private Path written = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Write the weights to FILE instead of standard output.")
    private @Nullable Path out;

    @Option(
            names = "--leave-one-out",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "PREFIX",
            description = "Learn nothing for keeps: print how well the figures of each printed page, or of those whose"
                    + " name starts so, are read by what is learned without it. Names are found by the weights in use.")
    private @Nullable String leaveOneOut;

    @Override
    public Integer call() throws IOException {
        String result = result();
        if (out != null) {
            Files.writeString(out, result);
        } else {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(result);
        }
        return 0;
    }

    private String result() throws IOException {
        try {
            List<FigureArticle> articles =
                    new ArrayList<>(FigureLabels.printed(labelled.pages(), labelled.labels(), labelled.offsets()));
            articles.addAll(FigureLabels.written(written));
            FigureTraining training = new FigureTraining(articles);
            return leaveOneOut == null
                    ? training.weights()
                    : training.leaveOneOut(leaveOneOut).table();
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new UserException(e.getFile() + ": there is no such file or folder");
        } catch (IOException e) {
            throw new UserException(String.valueOf(e.getMessage()));
        }
    }
}
