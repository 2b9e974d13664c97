package dev.broadsheet.cli;

import dev.broadsheet.enrich.extract.LabelledArticle;
import dev.broadsheet.enrich.extract.NameScores;
import dev.broadsheet.enrich.extract.NameTraining;
import dev.broadsheet.enrich.extract.PrintedLabels;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Mixin
    private final MarkedTexts marked = new MarkedTexts();

    @Mixin
    private final LearnedOutput output = new LearnedOutput();

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
        output.write(LearnedOutput.read(this::result));
        return 0;
    }

    private String result() throws IOException {
        List<LabelledArticle> printed = PrintedLabels.read(labelled.pages(), labelled.labels(), labelled.offsets());
        if (leaveOneOut == null) {
            return new NameTraining(printed, marked.folder()).weights();
        }
        NameScores scores = keepWords
                ? new NameTraining(printed, marked.folder()).leaveOneOut(leaveOneOut)
                : new LeftOutPages(printed, arguments()).measure(leaveOneOut);
        return scores.table();
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
                marked.folder().toString());
    }
}
