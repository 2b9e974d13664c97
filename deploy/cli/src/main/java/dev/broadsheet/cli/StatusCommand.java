package dev.broadsheet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import dev.broadsheet.cli.status.Overview;
import dev.broadsheet.cli.status.OverviewText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The overview of an installation. Changes nothing. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Shows services, store, how far the stages are, dead letters and feeds, and what needs somebody; changes"
                    + " nothing.",
            "In a terminal it is refreshed in place every two seconds until Ctrl-C; elsewhere, and with --once or"
                    + " --json, it is",
            "printed once: exit code 0 where all is well, 1 where something needs somebody."
        })
final class StatusCommand implements Callable<Integer> {
    private static final int WIDTH = 80;
    private static final int LEAST_WIDTH = 40;
    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** A large store is not asked all the time. */
    private static final int PAUSES_PER_LOOK = 4;

    private static final String OTHER_SCREEN = "\033[?1049h\033[?25l";
    private static final String FORMER_SCREEN = "\033[?25h\033[?1049l";
    private static final String HOME = "\033[H";
    private static final String END_OF_ROW = "\033[K";
    private static final String END_OF_SCREEN = "\033[J";

    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    @Option(names = "--once", description = "Print once, also in a terminal.")
    private boolean once;

    @Option(names = "--json", description = "Print once, as one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws JsonProcessingException, InterruptedException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (StatusLook status = new StatusLook(endpoints.read(), Clock.systemUTC())) {
            if (!once && !json && Integer.getInteger("broadsheet.columns") != null) {
                watch(status, out);
            }
            Overview overview = status.look();
            out.println(json ? document(overview) : String.join("\n", OverviewText.rows(overview, columns())));
            out.flush();
            return overview.troubles().isEmpty() ? 0 : BroadsheetMain.FAILED;
        }
    }

    /** The document of --json. */
    static String document(Overview overview) throws JsonProcessingException {
        return new ObjectMapper()
                .registerModule(new SimpleModule().addSerializer(Instant.class, ToStringSerializer.instance))
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(overview);
    }

    // Ends by a signal alone.
    private static void watch(StatusLook status, PrintStream out) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> print(out, FORMER_SCREEN), "screen"));
        print(out, OTHER_SCREEN);
        while (!out.checkError()) {
            long from = System.nanoTime();
            print(out, screen(status.look(), columns() - 1, Integer.getInteger("broadsheet.rows", 24)));
            long took = (System.nanoTime() - from) / 1_000_000;
            Thread.sleep(Math.max(PAUSE.toMillis(), took * PAUSES_PER_LOOK));
        }
    }

    /** Written over what stands there, without clearing it first, so that it does not flicker. */
    static String screen(Overview overview, int columns, int rows) {
        List<String> all = OverviewText.rows(overview, columns);
        StringBuilder screen = new StringBuilder(HOME);
        for (int i = 0; i < Math.min(rows, all.size()); i++) {
            screen.append(i == 0 ? "" : "\r\n").append(all.get(i)).append(END_OF_ROW);
        }
        return screen.append(END_OF_SCREEN).toString();
    }

    private static synchronized void print(PrintStream out, String text) {
        out.print(text);
        out.flush();
    }

    private static int columns() {
        return Math.max(LEAST_WIDTH, Integer.getInteger("broadsheet.columns", WIDTH));
    }
}
