package dev.broadsheet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.cli.doctor.BrokerCheck;
import dev.broadsheet.cli.doctor.Check;
import dev.broadsheet.cli.doctor.DiskCheck;
import dev.broadsheet.cli.doctor.FeedsCheck;
import dev.broadsheet.cli.doctor.Finding;
import dev.broadsheet.cli.doctor.Findings;
import dev.broadsheet.cli.doctor.Level;
import dev.broadsheet.cli.doctor.LimitsCheck;
import dev.broadsheet.cli.doctor.RegistryCheck;
import dev.broadsheet.cli.doctor.ServicesCheck;
import dev.broadsheet.cli.doctor.StoreCheck;
import dev.broadsheet.cli.doctor.TopicsCheck;
import dev.broadsheet.sink.postgresql.Jdbc;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks a set-up over: what works, what does not, and what to do about it. Changes nothing. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Looks over brokers, topics, registry, store, clocks, disks, limits, feeds and services; changes nothing.",
            "A line each: OK, WARN or FAIL, and what to do. Exit code 1 where anything FAILs."
        })
final class DoctorCommand implements Callable<Integer> {
    private static final int ANSWER_MS = 10_000;

    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    @Option(
            names = "--feeds",
            paramLabel = "FILE",
            description = "The intake's feeds.yaml (default: BROADSHEET_INGEST_FEEDS, where it is set).")
    private @Nullable Path feeds = environment("BROADSHEET_INGEST_FEEDS");

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "A service's BROADSHEET_STATE_DIR on this machine (default: DIR/state with --data).")
    private @Nullable Path state;

    @Option(names = "--json", description = "The findings as one JSON document.")
    private boolean json;

    /** The document of --json. */
    private record Report(Level worst, List<Finding> findings) {}

    @Override
    public Integer call() throws JsonProcessingException {
        Findings findings = new Findings();
        try {
            look(endpoints.read(), findings);
        } catch (UserException e) {
            notRunning(e, findings);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (json) {
            out.println(new ObjectMapper()
                    .writerWithDefaultPrettyPrinter()
                    .writeValueAsString(new Report(findings.worst(), findings.all())));
        } else {
            findings.all().forEach(finding -> out.println(text(finding)));
        }
        return findings.worst() == Level.FAIL ? BroadsheetMain.FAILED : 0;
    }

    private void look(Endpoints where, Findings findings) {
        try (Admin admin = admin(where)) {
            for (Check check : checks(where, admin)) {
                run(check, findings);
            }
        }
    }

    // What keeps it from starting may be seen all the same.
    private void notRunning(UserException missing, Findings findings) {
        String[] sentence = String.valueOf(missing.getMessage()).split("; ", 2);
        findings.fail("endpoints", sentence[0], sentence.length == 2 ? sentence[1] : "mend the file");
        new LimitsCheck(Map.of()).run(findings);
        Path data = endpoints.dataFolder().filter(Files::exists).orElse(null);
        if (data != null) {
            new DiskCheck(Map.of("data folder", data), true).run(findings);
        }
        if (feeds != null) {
            feeds(feeds, data, true).run(findings);
        }
    }

    // One check that breaks must not hide what the others find.
    private static void run(Check check, Findings findings) {
        try {
            check.run(findings);
        } catch (RuntimeException e) {
            findings.fail(check.subject(), "could not be looked over: " + e, "mend what this names, then ask again");
        }
    }

    private List<Check> checks(Endpoints where, Admin admin) {
        Clock clock = Clock.systemUTC();
        boolean oneMachine = where.pid() != null;
        List<Check> checks = new ArrayList<>(List.of(
                new BrokerCheck(admin, where.bootstrapServers(), oneMachine, clock),
                new TopicsCheck(admin, where.topics()),
                new RegistryCheck(where.topics(), where.registryClient())));
        if (where.jdbcUrl() != null) {
            checks.add(new StoreCheck(new Jdbc(where.jdbcUrl(), where.jdbcClient()), clock));
        }
        checks.add(new LimitsCheck(where.kafka() == null ? Map.of() : where.kafka()));
        checks.add(new DiskCheck(folders(), true));
        boolean intakeHere =
                oneMachine || (where.httpPorts() != null && where.httpPorts().containsKey("ingest"));
        if (where.dropFolder() != null) {
            checks.add(new DiskCheck(Map.of("drop folder", Path.of(where.dropFolder())), intakeHere));
        }
        if (feeds != null) {
            Path data = oneMachine ? endpoints.dataFolder().orElse(null) : null;
            checks.add(feeds(feeds, data, intakeHere));
        }
        if (where.httpPorts() != null) {
            checks.add(new ServicesCheck(where.httpPorts()));
        }
        return checks;
    }

    /** {@code data}: folder of a run, which keeps there what it is through with; null for an intake of its own. */
    private static FeedsCheck feeds(Path file, @Nullable Path data, boolean intakeHere) {
        return new FeedsCheck(file, shelf("done", data), shelf("rejected", data), intakeHere);
    }

    private static @Nullable Path shelf(String name, @Nullable Path data) {
        Path set = environment("BROADSHEET_INGEST_" + name.toUpperCase(Locale.ROOT));
        return set != null || data == null ? set : data.resolve(name);
    }

    private Map<String, Path> folders() {
        Map<String, Path> folders = new LinkedHashMap<>();
        endpoints.dataFolder().ifPresent(data -> {
            folders.put("data folder", data);
            folders.put("state folder", data.resolve("state"));
        });
        if (state != null) {
            folders.put("state folder", state);
        }
        return folders;
    }

    private static Admin admin(Endpoints where) {
        Properties client = where.kafkaClient();
        client.putIfAbsent("default.api.timeout.ms", ANSWER_MS);
        client.putIfAbsent("request.timeout.ms", ANSWER_MS / 2);
        return Admin.create(client);
    }

    private static @Nullable Path environment(String key) {
        String value = System.getenv(key);
        return value == null || value.isBlank() ? null : Path.of(value.strip());
    }

    private static String text(Finding finding) {
        String line = String.format("%-5s %-9s %s", finding.level(), finding.subject(), finding.finding());
        return finding.mend() == null ? line : line + "\n                → " + finding.mend();
    }
}
