package dev.broadsheet.system.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.enrich.EnrichMain;
import dev.broadsheet.ingest.IngestMain;
import dev.broadsheet.standalone.Backends;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How much faster two instances are than one, each pinned to a core of its own and both to work through the same backlog, on request. The
 * command and what it holds even are in the README, what was measured is in RESULTS.md.
 */
@EnabledIfSystemProperty(named = "broadsheet.load", matches = "true")
class ScaleOutLoadTest {
    private static final long LIMIT_NANOS = 600_000_000_000L;
    private static final int WARM_UP_TURNS = 30;
    private static final double SETTLED = 0.96;
    private static final double SHARE = Double.parseDouble(System.getProperty("load.scale.share", "1"));

    @TempDir
    Path home;

    private int nextPage;

    /** A service, alone, with the records it reads and one of those it writes. */
    enum Stage {
        SPLIT(IngestMain.class, "BROADSHEET_INGEST_ROLES", Topic.PAGES, 1, "load.scale.split", 50_000),
        ENRICH(
                EnrichMain.class,
                "BROADSHEET_ENRICH_ROLES",
                Topic.ARTICLES_ENRICHED,
                Work.ARTICLES,
                "load.scale.enrich",
                1_000);

        private final Class<?> main;
        private final String roles;
        private final Topic output;
        private final int recordsOfAPage;
        private final int backlog;

        Stage(Class<?> main, String roles, Topic output, int recordsOfAPage, String property, int backlog) {
            this.main = main;
            this.roles = roles;
            this.output = output;
            this.recordsOfAPage = recordsOfAPage;
            this.backlog = Integer.getInteger(property, backlog);
        }

        List<ProducerRecord<String, byte[]>> input(Work work, int first) {
            return this == SPLIT ? work.issues(first, backlog) : work.articles(first, backlog);
        }

        void start(Lane lane, List<String> prefix) throws IOException {
            lane.start(prefix, main, List.of(), Map.of(roles, name().toLowerCase(Locale.ROOT)));
        }
    }

    /** What was done, and how many cores each instance, and the broker beside them, kept busy. */
    private record Pace(double pagesPerSecond, List<Double> cores, double brokerCores) {
        /** Processor time of the instances for a page, in seconds. */
        double cost() {
            return cores.stream().mapToDouble(Double::doubleValue).sum() / pagesPerSecond;
        }
    }

    @ParameterizedTest
    @EnumSource
    void twoInstancesDoNearlyTwiceTheWorkOfOne(Stage stage) throws Exception {
        assumeThat(Runtime.getRuntime().availableProcessors()).as("cores").isGreaterThanOrEqualTo(2);
        assumeThat(Files.isExecutable(Path.of("/usr/bin/taskset")))
                .as("taskset")
                .isTrue();
        try (Backends backends = Backends.open(home.resolve("data"))) {
            backends.start();
            try (CoreShare cores = new CoreShare(SHARE);
                    Lane one = new Lane("one", backends, home);
                    Lane two = new Lane("two", backends, home)) {
                stage.start(one, cores.prefix(0));
                stage.start(two, cores.prefix(0));
                stage.start(two, cores.prefix(1));
                warmUp(stage, one);
                warmUp(stage, two);
                cores.holdBack();
                Map<Lane, Double> seconds = new HashMap<>();
                for (Lane lane : List.of(one, two, two, one)) {
                    Pace pace = measure(stage, lane);
                    System.out.printf(
                            Locale.ROOT,
                            "%s, %s: %.1f pages/s; cores busy %s, broker %.2f%n",
                            stage,
                            lane.name(),
                            pace.pagesPerSecond(),
                            pace.cores().stream()
                                    .map(busy -> String.format(Locale.ROOT, "%.2f", busy))
                                    .collect(Collectors.joining(" + ")),
                            pace.brokerCores());
                    seconds.merge(lane, 1 / pace.pagesPerSecond(), Double::sum);
                }
                double ratio = seconds.getOrDefault(one, Double.NaN) / seconds.getOrDefault(two, Double.NaN);
                System.out.printf(Locale.ROOT, "%s: two instances are %.2f times as fast as one%n", stage, ratio);
                assertThat(ratio).isGreaterThanOrEqualTo(1.8);
            }
        }
    }

    /** Works through backlogs until twice in a row a page was no cheaper than the cheapest before: who is still being compiled measures only that. */
    private void warmUp(Stage stage, Lane lane) throws IOException {
        double best = Double.MAX_VALUE;
        int settled = 0;
        for (int turn = 1; settled < 2; turn++) {
            assertThat(turn).as("turns, and still getting faster").isLessThan(WARM_UP_TURNS);
            double cost = measure(stage, lane).cost();
            System.out.printf(
                    Locale.ROOT,
                    "%s, %s, warm-up %d: %.2f ms of processor a page%n",
                    stage,
                    lane.name(),
                    turn,
                    cost * 1e3);
            settled = cost > best * SETTLED ? settled + 1 : 0;
            best = Math.min(best, cost);
        }
    }

    /** Between a fifth of a backlog, or its arrival if that is later, and three quarters of it: while neither of two instances is out of work. */
    private Pace measure(Stage stage, Lane lane) throws IOException {
        int records = stage.backlog * stage.recordsOfAPage;
        try (Work work = new Work(lane);
                Output output = new Output(lane, stage.output)) {
            List<ProducerRecord<String, byte[]>> input = stage.input(work, nextPage);
            nextPage += stage.backlog;
            long deadline = System.nanoTime() + LIMIT_NANOS;
            work.send(input);
            int[] seen = {0};
            output.poll((record, at) -> seen[0]++);
            assertThat(seen[0]).as("done before all had arrived").isLessThan(records / 2);
            Mark from = await(lane, output, seen, records / 5, deadline);
            Mark to = await(lane, output, seen, records * 3 / 4, deadline);
            await(lane, output, seen, records, deadline);
            double seconds = (to.nanos - from.nanos) / 1e9;
            return new Pace(
                    (to.seen - from.seen) / seconds / stage.recordsOfAPage,
                    IntStream.range(0, to.lane.size())
                            .mapToObj(
                                    i -> to.lane.get(i).minus(from.lane.get(i)).toNanos() / 1e9 / seconds)
                            .toList(),
                    (to.broker.toNanos() - from.broker.toNanos()) / 1e9 / seconds);
        }
    }

    /** How far the work was at a moment, and the processor time until then. */
    private record Mark(int seen, long nanos, List<Duration> lane, Duration broker) {}

    private Mark await(Lane lane, Output output, int[] seen, int records, long deadline) {
        while (seen[0] < records) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            output.poll((record, at) -> seen[0]++);
        }
        return new Mark(seen[0], System.nanoTime(), lane.processorTimes(), lane.brokerTime());
    }
}
