package dev.broadsheet.cli;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.sink.repair.DeadLetterEntry;
import dev.broadsheet.sink.repair.DeadLetterTopic;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One letter, whole. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Everything that is kept of a letter: its story, place, headers, cause, stack, and the record itself,"
                    + " decoded where it can be.",
            "Exit code 1 where there is none of that id."
        })
final class DeadLetterShowCommand implements Callable<Integer> {
    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    @Parameters(paramLabel = "ID", description = "As list prints it.")
    private String id = "";

    @Option(names = "--json", description = "One JSON document, the value whole; bytes are Base64.")
    private boolean json;

    @Option(names = "--value", paramLabel = "FILE", description = "Write the original value's bytes to a new file.")
    private @Nullable Path value;

    @Override
    public Integer call() {
        Endpoints where = endpoints.read();
        try (DeadLetterTopic letters = new DeadLetterTopic(where, DeadLetterLines::tell)) {
            List<DeadLetterEntry> history = letters.history(id);
            if (history.isEmpty()) {
                throw new UserException("there is no dead letter " + id
                        + "; deploy/broadsheet dead-letters list --state all shows those that there are");
            }
            DeadLetter letter = letters.fetch(history.get(history.size() - 1));
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            DeadLetterView view = new DeadLetterView(letter, history, new RecordJson(where));
            out.print(json ? view.json() + "\n" : view.text());
            if (value != null) {
                write(letter.getValue(), value);
            }
        }
        return 0;
    }

    private static void write(@Nullable ByteBuffer bytes, Path file) {
        if (bytes == null) {
            throw new UserException("the record has no value, so nothing was written to " + file);
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        try {
            Files.write(file, copy, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new UserException(file + " exists already; name a new file");
        } catch (IOException e) {
            throw new UserException("the value cannot be written to " + file + ": " + e.getMessage());
        }
    }
}
