package dev.broadsheet.cli;

import dev.broadsheet.contracts.AvroSerdes;
import dev.broadsheet.sink.postgresql.PostgresContents;
import dev.broadsheet.sink.reconcile.Reconciler;
import dev.broadsheet.sink.reconcile.Report;
import dev.broadsheet.sink.reconcile.kafka.KafkaTopicLog;
import dev.broadsheet.sink.store.StoreUnavailableException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Counts everything at every stage and in the store against {@code pages} and names what differs. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = {
            "Counts deliveries, pages, articles, entities and figures at every stage and in PostgreSQL, and names every difference.",
            "Safe while pages flow: what is still on its way is pending; what seems wrong is looked at again until --settle is over.",
            "Exit code 0 only where there is no difference, else 1."
        })
final class ReconcileCommand implements Callable<Integer> {
    private static final int TOLD = 20;
    /** Kafka's clients refuse a whole that is shorter than one request. */
    private static final Map<String, String> PATIENCE =
            Map.of("request.timeout.ms", "10000", "default.api.timeout.ms", "15000");

    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    @Option(
            names = "--since",
            paramLabel = "T",
            converter = Moment.class,
            description = "Only what was received at or after: " + Moment.FORMS + ".")
    private @Nullable Instant since;

    @Option(
            names = "--settle",
            paramLabel = "LENGTH",
            converter = LengthConverter.class,
            defaultValue = "60s",
            description = "How long to look again before a difference is believed (default: ${DEFAULT-VALUE}).")
    private Duration settle = Duration.ofSeconds(60);

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Name N differences (default: " + TOLD + ", with --json the first " + Report.MOST
                    + "); all are counted.")
    private @Nullable Integer limit;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON document instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (limit != null && limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit must be 0 or more");
        }
        Report report = reconcile(endpoints.read());
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (json) {
            out.println(ReconcileJson.of(report, limit == null ? Report.MOST : limit));
        } else {
            ReconcileTable.lines(report, limit == null ? TOLD : limit).forEach(out::println);
        }
        return report.isClean() ? 0 : BroadsheetMain.FAILED;
    }

    private Report reconcile(Endpoints where) throws InterruptedException {
        Map<String, Object> kafka = new HashMap<>(PATIENCE);
        where.kafkaClient().forEach((key, value) -> kafka.put(key.toString(), value));
        Clock clock = Clock.systemUTC();
        try (PostgresContents store =
                        new PostgresContents(where.jdbc(), where.topics().prefix());
                KafkaTopicLog log = new KafkaTopicLog(
                        where.topics(), kafka, new AvroSerdes(where.registryClient()), store.name(), clock)) {
            return new Reconciler(log, store, clock, length -> Thread.sleep(length.toMillis()))
                    .run(since == null ? Instant.EPOCH : since, settle);
        } catch (StoreUnavailableException | KafkaException e) {
            throw new UserException(
                    "not reconciled: " + e.getMessage() + "; is Broadsheet running, and is the endpoints file right?");
        }
    }
}
