package dev.broadsheet.cli;

import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.sink.repair.RecordValues;
import dev.broadsheet.sink.repair.TopicReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands files in and, with --wait, tells what became of each. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        description = {
            "Hands page files in atomically. With --wait it ends when each has its outcome:",
            "STORED, DUPLICATE, SUPERSEDED, LATE (exit code 0), REJECTED or FAILED (exit code 1)."
        })
final class SubmitCommand implements Callable<Integer> {
    /** Set by the launcher where standard error is a terminal. */
    private static final String TERMINAL = "broadsheet.terminal";

    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR", description = "Page files, or folders of page files.")
    private List<Path> named = List.of();

    @Option(names = "--wait", description = "Wait for the outcome of each file and print it.")
    private boolean wait;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            defaultValue = "600",
            converter = SecondsConverter.class,
            description = "Longest time to wait (default: ${DEFAULT-VALUE}).")
    private Duration limit = Duration.ofMinutes(10);

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() throws IOException {
        Endpoints where = endpoints.read();
        HandIn handIn = new HandIn(dropFolder(where));
        List<Path> files = HandIn.expand(named);
        if (!wait) {
            List<HandedIn> handedIn = handIn(handIn, files);
            handedIn.forEach(file -> out.println("handed in  " + file.name()));
            return handedIn.size() == files.size() ? 0 : BroadsheetMain.FAILED;
        }
        try (TopicReader receipts = new TopicReader(where, Topic.RECEIPTS, false)) {
            return handInAndWait(where, receipts, handIn, files);
        }
    }

    private int handInAndWait(Endpoints where, TopicReader receipts, HandIn handIn, List<Path> files) {
        RecordValues<Receipt> values = new RecordValues<>(where, Receipt.class);
        List<HandedIn> handedIn = handIn(handIn, files);
        Outcomes outcomes = new Outcomes(handedIn);
        try (Progress progress = Progress.of(handedIn.size())) {
            receipts.follow(limit, record -> {
                values.value(record).filter(outcomes::settles).ifPresent(receipt -> {
                    progress.step();
                    out.println(Outcomes.line(receipt));
                });
                return !outcomes.open().isEmpty();
            });
        }
        outcomes.open()
                .forEach(name -> System.err.println(name + " has no outcome after " + limit.toSeconds()
                        + " s; deploy/broadsheet receipts " + name + " tells how far it is"));
        return outcomes.allArrived() && handedIn.size() == files.size() ? 0 : BroadsheetMain.FAILED;
    }

    /** Those that could be handed in; one that cannot be read does not stop the others. */
    private static List<HandedIn> handIn(HandIn handIn, List<Path> files) {
        List<HandedIn> handedIn = new ArrayList<>();
        for (Path file : files) {
            try {
                handedIn.add(handIn.put(file));
            } catch (IOException e) {
                System.err.println("broadsheet: " + file + " was not handed in: " + e);
            }
        }
        return handedIn;
    }

    private static Path dropFolder(Endpoints where) {
        String folder = where.dropFolder();
        if (folder == null || !Files.isDirectory(Path.of(folder))) {
            throw new UserException("the endpoints name no drop folder that is here"
                    + (folder == null ? "" : " (" + folder + ")")
                    + "; move the files into the folder of their feed, or name that as \"dropFolder\" of an endpoints"
                    + " file");
        }
        return Path.of(folder);
    }

    /** A bar on a terminal, nothing elsewhere. */
    private record Progress(@Nullable ProgressBar bar) implements AutoCloseable {
        static Progress of(int files) {
            return new Progress(
                    !Boolean.getBoolean(TERMINAL)
                            ? null
                            : new ProgressBarBuilder()
                                    .setTaskName("submit")
                                    .setInitialMax(files)
                                    .setStyle(ProgressBarStyle.ASCII)
                                    .build());
        }

        void step() {
            if (bar != null) {
                bar.step();
            }
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }
}
