package dev.broadsheet.cli;

import dev.broadsheet.enrich.extract.WordClassTraining;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** See {@link WordClassTraining}. */
@Command(
        name = "train-words",
        mixinStandardHelpOptions = true,
        description = {
            "Sorts words by the company they keep in marked texts, whose marks it does not look at, and in what HanLP has",
            "counted, and prints their classes (word-classes.tsv). train-names and train-figures come after it."
        })
final class TrainWordsCommand implements Callable<Integer> {
    @Mixin
    private final MarkedTexts marked = new MarkedTexts();

    @Mixin
    private final LearnedOutput output = new LearnedOutput();

    @Override
    public Integer call() throws IOException {
        output.write(LearnedOutput.read(() -> new WordClassTraining(marked.folder()).table()));
        return 0;
    }
}
