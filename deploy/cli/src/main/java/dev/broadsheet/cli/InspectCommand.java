package dev.broadsheet.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.broadsheet.cli.report.Inspector;
import dev.broadsheet.cli.report.IssueReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Standard output holds JSON alone; one bad file does not stop the others. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Splits and enriches page files without any server and prints the issue report:",
            "one JSON document a line, or with --out one file a page."
        })
final class InspectCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Page files in any charset that the intake reads.")
    private List<Path> files = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write DIR/NAME.json, NAME being the file name without its last extension.")
    private @Nullable Path out;

    private final PrintStream output = new PrintStream(System.out, false, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException {
        if (out != null) {
            Files.createDirectories(out);
        }
        Inspector inspector = new Inspector();
        boolean allWell = true;
        for (Path file : files) {
            allWell &= inspect(inspector, file);
        }
        output.flush();
        return allWell ? 0 : 1;
    }

    private boolean inspect(Inspector inspector, Path file) {
        try {
            IssueReport report = inspector.inspect(String.valueOf(file.getFileName()), Files.readAllBytes(file));
            write(file, JSON.writeValueAsString(report));
            return true;
        } catch (NoSuchFileException e) {
            System.err.println(file + ": there is no such file");
        } catch (IOException e) {
            System.err.println(file + ": " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of the splitter or the extractor; in the pipeline it would be a dead letter.
            System.err.println(file + ": cannot be split or enriched: " + e);
        }
        return false;
    }

    private void write(Path file, String json) throws IOException {
        if (out == null) {
            output.println(json);
        } else {
            Files.writeString(out.resolve(stem(file) + ".json"), json + "\n");
        }
    }

    static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
