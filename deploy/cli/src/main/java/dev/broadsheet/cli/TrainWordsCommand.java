package dev.broadsheet.cli;

import dev.broadsheet.enrich.extract.WordClassTraining;
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

/** Standard output holds the classes alone. */
@Command(
        name = "train-words",
        mixinStandardHelpOptions = true,
        description = {
            "Sorts words by the company they keep in marked texts, whose marks it does not look at, and in what HanLP has",
            "counted, and prints their classes (word-classes.tsv). train-names and train-figures come after it."
        })
final class TrainWordsCommand implements Callable<Integer> {
    @Option(
            names = "--marked",
            required = true,
            paramLabel = "DIR",
            description = "Marked texts; the project's own are in"
                    + " enrich-service/src/test/resources/dev/broadsheet/enrich/extract/marked.")
    private Path marked = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", description = "Write the classes to FILE instead of standard output.")
    private @Nullable Path out;

    @Override
    public Integer call() throws IOException {
        String table = table();
        if (out != null) {
            Files.writeString(out, table);
        } else {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(table);
        }
        return 0;
    }

    private String table() {
        try {
            return new WordClassTraining(marked).table();
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new UserException(e.getFile() + ": there is no such file or folder");
        } catch (IOException e) {
            throw new UserException(String.valueOf(e.getMessage()));
        }
    }
}
