package dev.broadsheet.cli;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.sink.repair.TopicReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Committed records of a topic, as JSON lines. */
@Command(
        name = "tail",
        mixinStandardHelpOptions = true,
        description = {
            "Prints the records of a topic as JSON lines, decoded, committed ones only.",
            "With --from-beginning it ends at the newest record, else it follows until Ctrl-C; with --limit after N records."
        })
final class TailCommand implements Callable<Integer> {
    private static final Duration UNTIL_STOPPED = Duration.ofNanos(Long.MAX_VALUE);

    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    @Parameters(paramLabel = "TOPIC", description = "For example articles.enriched; the prefix may be left out.")
    private String topic = "";

    @Option(names = "--from-beginning", description = "Start with the oldest record instead of new ones.")
    private boolean fromBeginning;

    @Option(names = "--limit", paramLabel = "N", description = "End after N records.")
    private @Nullable Integer limit;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (limit != null && limit < 1) {
            throw new ParameterException(spec.commandLine(), "--limit must be 1 or more");
        }
        Endpoints where = endpoints.read();
        Topic wanted = where.topic(topic)
                .orElseThrow(() -> new UserException("there is no topic " + topic + "; topics are "
                        + Arrays.stream(Topic.values()).map(Topic::suffix).collect(Collectors.joining(", "))));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        RecordJson json = new RecordJson(where);
        try (TopicReader reader = new TopicReader(where, wanted, fromBeginning)) {
            Predicate<ConsumerRecord<byte[], byte[]>> print = printing(out, json);
            if (fromBeginning) {
                reader.readToEnd(print);
            } else {
                reader.follow(UNTIL_STOPPED, print);
            }
        }
        return 0;
    }

    private Predicate<ConsumerRecord<byte[], byte[]>> printing(PrintStream out, RecordJson json) {
        long[] left = {limit == null ? Long.MAX_VALUE : limit};
        return record -> {
            if (left[0] > 0) {
                out.println(json.line(record));
                left[0]--;
            }
            return left[0] > 0 && !out.checkError();
        };
    }
}
