package dev.broadsheet.cli;

import dev.broadsheet.cli.report.Inspector;
import dev.broadsheet.cli.report.TextReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code inspect --text}: every line of every file is read alone; one that fails does not stop the others. One thread. */
final class InspectText {
    private static final Path STANDARD_INPUT = Path.of("-");

    private final Inspector inspector;
    private final PrintStream output;
    private final TextReader reader = new TextReader();

    InspectText(Inspector inspector, PrintStream output) {
        this.inspector = inspector;
        this.output = output;
    }

    /** Whether all went well. Without a file, and where one is called {@code -}, standard input is read. */
    boolean run(List<Path> files) {
        boolean allWell = true;
        for (Path file : files.isEmpty() ? List.of(STANDARD_INPUT) : files) {
            allWell &= run(file);
            output.flush();
        }
        return allWell;
    }

    private boolean run(Path file) {
        try {
            List<String> lines =
                    reader.lines(file.equals(STANDARD_INPUT) ? System.in.readAllBytes() : Files.readAllBytes(file));
            boolean allWell = true;
            for (int i = 0; i < lines.size(); i++) {
                allWell &= line(file, i, lines.get(i));
            }
            return allWell;
        } catch (IOException e) {
            System.err.println(InspectCommand.why(file, e));
        }
        return false;
    }

    private boolean line(Path file, int index, String line) {
        try {
            output.println(inspector.inspect(index, line).json());
            return true;
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of the extractor; in the pipeline it would be a dead letter.
            System.err.println(file + ":" + (index + 1) + ": cannot be enriched: " + e);
            return false;
        }
    }
}
