package dev.broadsheet.cli;

import dev.broadsheet.enrich.extract.FigureArticle;
import dev.broadsheet.enrich.extract.FigureLabels;
import dev.broadsheet.enrich.extract.FigureTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private final LearnedOutput output = new LearnedOutput();

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
        output.write(LearnedOutput.read(this::result));
        return 0;
    }

    private String result() throws IOException {
        List<FigureArticle> articles =
                new ArrayList<>(FigureLabels.printed(labelled.pages(), labelled.labels(), labelled.offsets()));
        articles.addAll(FigureLabels.written(written));
        FigureTraining training = new FigureTraining(articles);
        return leaveOneOut == null
                ? training.weights()
                : training.leaveOneOut(leaveOneOut).table();
    }
}
