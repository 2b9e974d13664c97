package dev.broadsheet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.cli.compare.DifferenceText;
import dev.broadsheet.cli.compare.PageDifference;
import dev.broadsheet.cli.compare.Totals;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.enrich.extract.Vocabulary;
import dev.broadsheet.sink.repair.PageSelection;
import dev.broadsheet.sink.repair.RecordValues;
import dev.broadsheet.sink.repair.Reprocessing;
import dev.broadsheet.sink.repair.StandingPage;
import dev.broadsheet.sink.repair.StandingPages;
import dev.broadsheet.sink.repair.TopicReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What cannot be reprocessed is told on standard error and does not stop the rest; the exit code is 1 then. */
@Command(
        name = "reprocess",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the present splitter and extractors again over pages that stand, from the bytes that were received.",
            "The new records supersede the old ones; articles that are no longer found are retracted everywhere. Live"
                    + " pages go first.",
            "Name pages with --issue, --feed or --since, which narrow each other, or take --all."
        })
final class ReprocessCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Mixin
    private EndpointOptions endpoints = new EndpointOptions();

    @Option(
            names = "--issue",
            paramLabel = "ISSUE|FILE-NAME",
            description = "issueId, the beginning of one, or a file name as dropped; may be repeated.")
    private List<String> issues = List.of();

    @Option(names = "--feed", paramLabel = "NAME", description = "Pages of this feed.")
    private @Nullable String feed;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Pages received at or after: " + Moment.FORMS + ".")
    private @Nullable Instant since;

    @Option(names = "--all", description = "Every page that stands.")
    private boolean all;

    @Option(
            names = "--dry-run",
            description = "Write nothing; print how articles, entities and metrics would differ from those that stand.")
    private boolean dryRun;

    @Option(
            names = "--json",
            description = "With --dry-run: a JSON document a line for each page, and one with the totals at the end.")
    private boolean json;

    @Option(
            names = "--vocabulary",
            paramLabel = "DIR",
            description = "With --dry-run: the enrich service's BROADSHEET_VOCABULARY_DIR, if it has one.")
    private @Nullable Path vocabulary;

    @Option(names = "--wait", description = "Wait until every page is stored, or failed, and print its outcome.")
    private boolean wait;

    @Option(
            names = "--limit",
            paramLabel = "SECONDS",
            defaultValue = "600",
            converter = SecondsConverter.class,
            description = "With --wait: longest time without any outcome (default: ${DEFAULT-VALUE}).")
    private Duration limit = Duration.ofMinutes(10);

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    @Override
    public Integer call() {
        check();
        Endpoints where = endpoints.read();
        return dryRun ? compare(where) : reprocess(where);
    }

    private void check() {
        boolean chosen = !issues.isEmpty() || feed != null || since != null;
        if (chosen == all) {
            throw wrongUse("say which pages: --issue, --feed or --since, or --all for every page; not both");
        }
        if (dryRun && wait) {
            throw wrongUse("--dry-run writes nothing that --wait could wait for; give one of them");
        }
        if (!dryRun && (json || vocabulary != null)) {
            throw wrongUse("--json and --vocabulary belong to --dry-run");
        }
    }

    private int reprocess(Endpoints where) {
        try (TopicReader receipts = new TopicReader(where, Topic.RECEIPTS, false)) {
            Reprocessing.Outcome outcome = Reprocessing.run(where, selection());
            outcome.refused().forEach(ReprocessCommand::report);
            boolean done = finish(where, receipts, outcome.handedOn(), outcome.generation());
            return outcome.refused().isEmpty() && done ? 0 : BroadsheetMain.FAILED;
        }
    }

    private PageSelection selection() {
        return new PageSelection(issues, feed, since);
    }

    private static void report(PageSelection.Refusal refused) {
        System.err.println("broadsheet: " + refused.reason());
    }

    private boolean finish(Endpoints where, TopicReader receipts, List<StandingPage> written, long generation) {
        if (!wait || written.isEmpty()) {
            out.println(pages(written.size()) + " handed on to be reprocessed as generation " + generation);
            return true;
        }
        ReprocessOutcomes outcomes = new ReprocessOutcomes(written, generation);
        follow(where, receipts, outcomes);
        outcomes.open()
                .forEach(page -> System.err.println(
                        "broadsheet: " + page.fileName() + " has no outcome yet; deploy/broadsheet receipts "
                                + page.issueId() + " tells how far it is"));
        out.println(pages(written.size()) + " reprocessed as generation " + generation + ": " + outcomes.totals());
        return outcomes.allStand();
    }

    private void follow(Endpoints where, TopicReader receipts, ReprocessOutcomes outcomes) {
        RecordValues<Receipt> values = new RecordValues<>(where, Receipt.class);
        long[] progress = {System.nanoTime()};
        while (!outcomes.open().isEmpty() && System.nanoTime() - progress[0] < limit.toNanos()) {
            receipts.follow(LOOK, record -> {
                values.value(record).filter(outcomes::settles).ifPresent(receipt -> {
                    progress[0] = System.nanoTime();
                    out.println(Outcomes.line(receipt));
                });
                return !outcomes.open().isEmpty();
            });
        }
    }

    private int compare(Endpoints where) {
        Vocabulary names = OperatorNames.read(vocabulary).vocabulary();
        PageSelection.Chosen chosen = selection().from(StandingPages.read(where).pages());
        chosen.refused().forEach(ReprocessCommand::report);
        Totals[] totals = {Totals.NONE};
        List<StandingPage> missing;
        try (DryRun run = new DryRun(where, names)) {
            missing = run.run(chosen.pages(), page -> {
                totals[0] = totals[0].plus(page);
                print(page);
            });
        }
        missing.forEach(page -> report(Reprocessing.expired(page)));
        Totals sum = totals[0].withMissing(missing.size());
        out.println(json ? json(Map.of("totals", sum)) : sum.line());
        return missing.isEmpty() && chosen.refused().isEmpty() && sum.failing() == 0 ? 0 : BroadsheetMain.FAILED;
    }

    private void print(PageDifference page) {
        if (json) {
            out.println(json(page));
        } else if (!page.unchanged()) {
            DifferenceText.lines(page).forEach(out::println);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a difference cannot be written as JSON", e);
        }
    }

    private static String pages(int number) {
        return number == 1 ? "1 page" : number + " pages";
    }

    private ParameterException wrongUse(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
