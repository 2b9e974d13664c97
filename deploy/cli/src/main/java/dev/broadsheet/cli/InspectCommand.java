package dev.broadsheet.cli;

import dev.broadsheet.cli.report.Inspector;
import dev.broadsheet.cli.view.LabelFolder;
import dev.broadsheet.cli.view.PageViewer;
import dev.broadsheet.cli.view.Screen;
import dev.broadsheet.enrich.extract.LoadedVocabulary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Standard output holds JSON alone, or the view alone; one bad file does not stop the others. */
@Command(
        name = "inspect",
        mixinStandardHelpOptions = true,
        description = {
            "Splits and enriches page files without any server and prints the issue report:",
            "one JSON document a line, or with --out one file a page.",
            "With --view it only splits them, and shows a person how; with --text it reads plain sentences."
        })
final class InspectCommand implements Callable<Integer> {
    /** Width of the terminal, set by the launcher where standard output is one. */
    private static final String COLUMNS = "broadsheet.columns";

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Page files in any charset that the intake reads.")
    private List<Path> files = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write DIR/NAME.json, NAME being the file name without its last extension.")
    private @Nullable Path out;

    @Option(
            names = "--vocabulary",
            paramLabel = "DIR",
            description =
                    "Find the names of DIR/*.tsv too (tab-separated columns name, type, comment), as the enrich service does"
                            + " with BROADSHEET_VOCABULARY_DIR. What cannot be used is told with file and line. Without a"
                            + " FILE the folder is only checked: exit code 1 if anything in it cannot be used.")
    private @Nullable Path vocabulary;

    @Option(
            names = "--text",
            description =
                    "Read plain sentences instead of pages, one a line, and print for each one JSON document on a line: index (from"
                            + " 0 in its file), text, and the entities and metrics of the issue report, with block 0 and offsets in the"
                            + " line. FILE may be - for standard input, which is read where there is no FILE, too.")
    private boolean text;

    @Option(
            names = "--view",
            description =
                    "Show instead, for a person, what each line was taken for: its number, article, role, the article's"
                            + " confidence, and + where it is joined to an earlier line. On a terminal in colours, unless NO_COLOR is"
                            + " set, and cut to its width.")
    private boolean view;

    @Option(
            names = "--gold",
            paramLabel = "DIR",
            description =
                    "With --view: mark with ! what differs from the labels DIR/NAME.lines.tsv and DIR/NAME.articles.json,"
                            + " and count it. Differences do not change the exit code.")
    private @Nullable Path gold;

    @Spec
    private @Nullable CommandSpec spec;

    private final PrintStream output = new PrintStream(System.out, false, StandardCharsets.UTF_8);

    /** What is done with each file. */
    private interface Task {
        void run(Path file, byte[] bytes) throws IOException;
    }

    @Override
    public Integer call() {
        if (view && out != null) {
            throw wrongUse("--view prints for a person and --out writes JSON files; give one of them");
        }
        if (gold != null && !view) {
            throw wrongUse("--gold compares the view with labels; give --view too");
        }
        if (view && vocabulary != null) {
            throw wrongUse(
                    "--view shows how pages are split, and --vocabulary is for what is found in them; give one of them");
        }
        if (text && (view || out != null)) {
            throw wrongUse("--text prints one JSON document a line; --view and --out are for pages");
        }
        if (files.isEmpty() && vocabulary == null && !text) {
            throw wrongUse("Missing required parameter: 'FILE'");
        }
        boolean allWell = view ? view() : report();
        output.flush();
        return allWell ? 0 : BroadsheetMain.FAILED;
    }

    private ParameterException wrongUse(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    private boolean report() {
        if (out != null) {
            prepare(out);
        }
        LoadedVocabulary names = OperatorNames.read(vocabulary);
        if (files.isEmpty() && !text) {
            return names.isWhole();
        }
        Inspector inspector = new Inspector(names.vocabulary());
        if (text) {
            return new InspectText(inspector, output).run(files);
        }
        return each((file, bytes) -> write(
                file,
                inspector.inspect(String.valueOf(file.getFileName()), bytes).json()));
    }

    // Two pages of one name would leave one report.
    private void prepare(Path folder) {
        Map<String, Path> names = new HashMap<>();
        for (Path file : files) {
            Path other = names.put(stem(file), file);
            if (other != null && !other.equals(file)) {
                throw new UserException(other + " and " + file + " would both be written to " + stem(file)
                        + ".json; give each a folder of its own with --out");
            }
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UserException(folder + " cannot be made a folder for the reports: " + e);
        }
    }

    private void write(Path file, String json) throws IOException {
        if (out == null) {
            output.println(json);
        } else {
            Files.writeString(out.resolve(stem(file) + ".json"), json + "\n");
        }
    }

    private boolean view() {
        if (gold != null && !Files.isDirectory(gold)) {
            throw new UserException(gold + " is no folder, so there are no labels to compare with");
        }
        Screen screen = new Screen(Ansi.AUTO, Integer.getInteger(COLUMNS, 0));
        PageViewer viewer = new PageViewer(screen, gold == null ? null : new LabelFolder(gold));
        boolean allWell = each((file, bytes) -> output.print(viewer.view(file.toString(), stem(file), bytes)));
        output.print(viewer.total());
        return allWell;
    }

    private boolean each(Task task) {
        boolean allWell = true;
        for (Path file : files) {
            allWell &= run(task, file);
            output.flush();
        }
        return allWell;
    }

    private static boolean run(Task task, Path file) {
        try {
            task.run(file, Files.readAllBytes(file));
            return true;
        } catch (IOException e) {
            System.err.println(why(file, e));
        } catch (RuntimeException | StackOverflowError e) {
            // A fault of the splitter or the extractor; in the pipeline it would be a dead letter.
            System.err.println(file + ": cannot be split or enriched: " + e);
        }
        return false;
    }

    static String why(Path file, IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file";
        }
        return file + ": " + (e instanceof FileSystemException ? e : e.getMessage()); // its message may be a name alone
    }

    static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }
}
