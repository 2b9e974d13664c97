package dev.broadsheet.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command that learns puts what it learned: standard output holds that alone. */
final class LearnedOutput {
    @Option(names = "--out", paramLabel = "FILE", description = "Write to FILE instead of standard output.")
    private @Nullable Path out;

    interface Reading<T> {
        T read() throws IOException;
    }

    /** UserException where what shall be learned from cannot be read. */
    static <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (NoSuchFileException | NotDirectoryException e) {
            throw new UserException(e.getFile() + ": there is no such file or folder");
        } catch (IOException e) {
            throw new UserException(String.valueOf(e.getMessage()));
        }
    }

    void write(String learned) throws IOException {
        if (out == null) {
            new PrintStream(System.out, true, StandardCharsets.UTF_8).print(learned);
        } else {
            Files.writeString(out, learned);
        }
    }
}
