package dev.broadsheet.cli;

import dev.broadsheet.runtime.LogFormat;
import dev.broadsheet.runtime.Logs;
import dev.broadsheet.runtime.StopSignals;
import dev.broadsheet.runtime.TimeLimit;
import dev.broadsheet.runtime.TimeLimitExceededException;
import dev.broadsheet.standalone.Ports;
import dev.broadsheet.standalone.Standalone;
import dev.broadsheet.standalone.StandaloneSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.event.Level;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything on one machine, kept in one folder, until Ctrl-C. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = {
            "Runs everything on this machine and keeps everything under one folder, until Ctrl-C.",
            "Files dropped into DIR/drop are taken in; DIR/endpoints.json tells other programs where to connect.",
            "A second Ctrl-C ends it at once. BROADSHEET_ settings of the environment are passed to the services."
        })
final class RunCommand implements Callable<Integer> {
    private static final int HIGHEST_PORT = 65_535;
    /** Service managers kill after 90 s. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(75);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = EndpointOptions.DEFAULT_DATA,
            description = "Folder for everything (default: ./${DEFAULT-VALUE}).")
    private Path data = Path.of(EndpointOptions.DEFAULT_DATA);

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Default: any free one, kept.")
    private int kafkaPort;

    @Option(
            names = "--registry-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Default: any free one, kept.")
    private int registryPort;

    @Option(
            names = "--postgresql-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Default: any free one, kept.")
    private int postgresqlPort;

    @Override
    public Integer call() {
        checkPorts();
        boolean json = "json".equalsIgnoreCase(System.getenv("BROADSHEET_LOG_FORMAT"));
        Logs.configure(json ? LogFormat.JSON : LogFormat.TEXT, Level.INFO);
        Ports ports = new Ports(kafkaPort, 0, registryPort, postgresqlPort, 0, 0, 0, 0);
        StandaloneSettings settings = new StandaloneSettings(data, ports, environment());
        try (Standalone standalone = new Standalone(settings, Clock.systemUTC())) {
            StopSignals.handle("broadsheet run", System.err);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(standalone), "stop"));
            standalone.start();
            String drop = standalone.endpoints().dropFolder();
            System.out.println("Broadsheet is ready. Drop page files into "
                    + (drop == null ? "the folders that BROADSHEET_INGEST_FEEDS names" : drop));
            System.out.println(
                    console(standalone.endpoints().consoleUrl(), standalone.consoleToken(), settings.environment()));
            System.out.println("Addresses stand in " + data.resolve("endpoints.json") + "; Ctrl-C stops.");
            throw standalone.fault().join();
        }
    }

    /** Where the console is, and what its operators sign in with: the file is made where they have given no token. */
    static String console(String url, Path token, Map<String, String> environment) {
        String given = "BROADSHEET_CONSOLE_OPERATOR_TOKEN";
        return "The console is at " + url + "; operators sign in with "
                + (environment.containsKey(given) ? given : "what " + token + " holds") + ".";
    }

    private static void stop(Standalone standalone) {
        try (TimeLimit limit = new TimeLimit("stop", STOP_LIMIT)) {
            limit.call(() -> {
                standalone.close();
                return true;
            });
        } catch (TimeLimitExceededException e) {
            System.err.println("broadsheet: not everything stopped within " + STOP_LIMIT.toSeconds()
                    + " s; it is left as after a kill, and the next start goes on from there");
        }
    }

    private void checkPorts() {
        IntStream.of(kafkaPort, registryPort, postgresqlPort)
                .filter(port -> port < 0 || port > HIGHEST_PORT)
                .findFirst()
                .ifPresent(port -> {
                    throw new ParameterException(spec.commandLine(), "a port is a number up to 65535, not " + port);
                });
    }

    private static Map<String, String> environment() {
        return System.getenv().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("BROADSHEET_"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
