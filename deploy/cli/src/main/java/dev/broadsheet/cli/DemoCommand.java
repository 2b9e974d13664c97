package dev.broadsheet.cli;

import dev.broadsheet.cli.StoredPages.StoredPage;
import dev.broadsheet.runtime.LogFormat;
import dev.broadsheet.runtime.Logs;
import dev.broadsheet.standalone.Standalone;
import dev.broadsheet.standalone.StandaloneEndpoints;
import dev.broadsheet.standalone.StandaloneException;
import dev.broadsheet.standalone.StandaloneSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The sample pages through everything, in a folder that is thrown away. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the sample pages through everything in a throw-away folder and prints what was found.",
            "Stays up until Ctrl-C, unless --once."
        })
final class DemoCommand implements Callable<Integer> {
    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final long POLL_MILLIS = 100;

    @Option(names = "--once", description = "End after the table; exit code 0 only if every page is stored.")
    private boolean once;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        Logs.configure(LogFormat.TEXT, Level.ERROR);
        Path data = throwAway(Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
        Standalone standalone = new Standalone(StandaloneSettings.of(data), Clock.systemUTC());
        // Ctrl-C comes as a hook: the same end for every way out.
        Thread end = new Thread(() -> end(standalone, data), "end");
        Runtime.getRuntime().addShutdownHook(end);
        out.println("Starting a broker, a schema registry, PostgreSQL and the three services …");
        standalone.start();
        boolean complete = show(standalone.endpoints());
        if (once) {
            return complete ? 0 : BroadsheetMain.FAILED;
        }
        whereToLook(standalone.endpoints(), data);
        throw standalone.fault().join();
    }

    static Path throwAway(Path parent) {
        try {
            return Files.createTempDirectory(parent, "broadsheet-demo-");
        } catch (IOException e) {
            throw new UserException("no folder can be made in " + parent + ": " + e
                    + "; name another place: _JAVA_OPTIONS=-Djava.io.tmpdir=DIR in front of the command");
        }
    }

    private boolean show(StandaloneEndpoints where) throws IOException, SQLException, InterruptedException {
        List<String> names = SamplePages.handIn(new HandIn(drop(where)));
        out.println("Handed in " + names.size() + " sample pages.");
        List<StoredPage> stored = awaitStored(where, names);
        out.print(DemoTable.of(stored));
        List<String> missing = names.stream()
                .filter(name ->
                        stored.stream().noneMatch(page -> page.fileName().equals(name)))
                .toList();
        if (!missing.isEmpty()) {
            System.err.println("Not stored after " + LIMIT.toSeconds() + " s: " + String.join(", ", missing));
        }
        return missing.isEmpty() && stored.size() == names.size();
    }

    private static List<StoredPage> awaitStored(StandaloneEndpoints where, List<String> names)
            throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (StoredPages store = new StoredPages(where)) {
            List<StoredPage> stored = store.read();
            while (stored.size() < names.size() && System.nanoTime() < deadline) {
                Thread.sleep(POLL_MILLIS);
                stored = store.read();
            }
            return stored;
        }
    }

    private void whereToLook(StandaloneEndpoints where, Path data) {
        out.println();
        out.println("Look next:");
        out.println("  console " + where.consoleUrl());
        out.println("  psql    "
                + where.jdbcUrl()
                        .replace("jdbc:", "")
                        .replace("postgresql://", "postgresql://" + where.jdbcUser() + "@"));
        out.println("          select * from article_overview;  select * from metric_overview;");
        out.println("  topics  deploy/broadsheet tail articles.enriched --from-beginning --limit 1 --data " + data);
        out.println("  drop    your own page files into " + drop(where));
        out.println("Ctrl-C ends the demo and removes " + data + ".");
    }

    private static Path drop(StandaloneEndpoints where) {
        return Path.of(Objects.requireNonNull(where.dropFolder(), "the demo has one feed"));
    }

    private static void end(Standalone standalone, Path data) {
        standalone.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new StandaloneException(data + " could not be removed: " + e.getMessage(), e);
        }
    }
}
