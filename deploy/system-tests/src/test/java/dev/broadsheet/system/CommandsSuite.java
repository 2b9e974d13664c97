package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of everyday work, and what else an operator looks at. */
abstract class CommandsSuite extends RunSuite {
    private static final Path INTEROP = Path.of("interop").toAbsolutePath();
    private static final Path TELEMETRY = Commands.REPOSITORY.resolve("deploy/TELEMETRY.md");

    @TempDir
    Path home;

    @Test
    void submitWaitsAndReceiptsTellTheStory() throws Exception {
        Path page = Files.writeString(home.resolve("submitted.txt"), Pages.fresh());

        Commands.Result submitted = command("submit", "--wait", page.toString());
        assertThat(submitted.exitCode()).as(submitted.err()).isZero();
        assertThat(submitted.out()).contains("submitted.txt").contains("STORED");

        Commands.Result receipts = command("receipts", "submitted.txt");
        assertThat(receipts.exitCode()).as(receipts.err()).isZero();
        assertThat(receipts.out()).contains("RECEIVED", "SPLIT", "ENRICHED", "STORED");
    }

    @Test
    void aFileWithoutReceiptIsSaidSo() throws Exception {
        Commands.Result result = command("receipts", "never-dropped.txt");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("never-dropped.txt");
    }

    @Test
    void tailPrintsDecodedRecordsAsJsonLines() throws Exception {
        drop("tailed.txt");
        try (Database store = store()) {
            PipelineSuite.awaitStored(store, List.of("tailed.txt"));
        }

        Commands.Result result = command("tail", "articles.enriched", "--from-beginning", "--limit", "3");

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out().lines()).hasSize(3).allSatisfy(line -> {
            JsonNode record = new ObjectMapper().readTree(line);
            assertThat(record.at("/key").asText())
                    .isEqualTo(record.at("/value/article/articleId").asText());
            assertThat(record.at("/headers/feed").asText()).isEqualTo("default");
        });
    }

    @Test
    void filesOfAPausedFeedWaitUntilItIsResumed() throws Exception {
        assertThat(command("feeds", "pause", "nobodys").err()).contains("there is no feed nobodys; feeds are default");
        try (Database store = store()) {
            assertThat(command("feeds", "pause", "default", "--reason", "double pages")
                            .exitCode())
                    .isZero();
            await().until(
                            () -> store.column("select paused_reason from feeds where feed = 'default' and paused"),
                            List.of("double pages")::equals);
            assertThat(command("feeds", "list").out()).contains("default  Asia/Shanghai  always  PAUSED since");

            drop("paused.txt");
            Thread.sleep(2_000);
            assertThat(running().drop().resolve("paused.txt")).exists();

            assertThat(command("feeds", "resume", "default").exitCode()).isZero();
            PipelineSuite.awaitStored(store, List.of("paused.txt"));
        } finally {
            command("feeds", "resume", "default");
        }
    }

    @Test
    void schemasCheckFindsEverySubjectRegistered() throws Exception {
        Commands.Result result = command("schemas", "check");

        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(result.out()).contains("broadsheet.articles.enriched-value").doesNotContain("INCOMPATIBLE", "NEW");
    }

    @Test
    void theDoctorFindsNothingWrongWithARun() throws Exception {
        Commands.Result result = command("doctor", "--json");

        JsonNode report = new ObjectMapper().readTree(result.out());
        assertThat(report.at("/findings"))
                .allSatisfy(finding -> assertThat(finding.get("level").asText())
                        .as(finding.toString())
                        .isIn("OK", "WARN"));
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
        assertThat(report.at("/findings").findValuesAsText("subject"))
                .contains("brokers", "topics", "registry", "store", "clock", "limits", "disk", "services");
        assertThat(report.at("/findings"))
                .filteredOn(finding -> !finding.get("subject").asText().equals("disk"))
                .allSatisfy(finding -> assertThat(finding.get("level").asText())
                        .as(finding.toString())
                        .isEqualTo("OK"));
    }

    /** Not asked for is what comes with an event that may not have happened: a dead letter, a scheduled reconciliation. */
    @Test
    void everySeriesThatRulesAndDashboardsAskForExists() throws Exception {
        TelemetryTable table = TelemetryTable.read(TELEMETRY);

        Exposition metrics = scrapeAfterAPage("asked-for.txt");

        assertThat(Watched.questions())
                .flatExtracting(question -> question.expression().selectors())
                .filteredOn(selector -> Watched.exported(selector.name()) && !table.onEvent(selector.name()))
                .hasSizeGreaterThan(100)
                .allSatisfy(selector -> assertThat(metrics.has(selector)).isTrue());
        assertThat(metrics.names()).contains("broadsheet_sink_freshness_seconds_bucket", "broadsheet_component_up");
    }

    @Test
    void theTableOfTelemetryNamesEverySeriesWithItsLabelsAndNoOther() throws Exception {
        TelemetryTable table = TelemetryTable.read(TELEMETRY);

        Exposition metrics = scrapeAfterAPage("in-the-table.txt");

        assertThat(metrics.samples()).allSatisfy(sample -> {
            assertThat(table.names()).contains(table.family(sample.name()));
            assertThat(sample.dimensions()).isEqualTo(table.labels(table.family(sample.name())));
        });
        assertThat(metrics.names())
                .extracting(table::family)
                .containsAll(table.names().stream()
                        .filter(name -> !table.onEvent(name))
                        .toList());
    }

    @Test
    void statusShowsTheFlowAndTheFeeds() throws Exception {
        drop("status.txt");
        try (Database store = store()) {
            PipelineSuite.awaitStored(store, List.of("status.txt"));
        }

        JsonNode overview =
                new ObjectMapper().readTree(command("status", "--json").out());

        assertThat(overview.get("services").findValuesAsText("ready"))
                .hasSize(3)
                .containsOnly("true");
        assertThat(overview.get("groups").findValuesAsText("name")).startsWith("split", "enrich", "sink-postgresql");
        assertThat(overview.get("groups").findValues("members"))
                .allSatisfy(members -> assertThat(members.asInt()).isPositive());
        assertThat(overview.at("/store/pages").asLong()).isPositive();
        assertThat(overview.at("/deadLetters/waiting").isNumber()).isTrue();
        assertThat(overview.at("/store/steps"))
                .anySatisfy(step -> assertThat(step.get("feed").asText() + " "
                                + step.get("state").asText() + " "
                                + (step.get("lastHour").asLong() > 0))
                        .isEqualTo("default RECEIVED true"));

        Commands.Result once = command("status");
        assertThat(once.out().lines())
                .as(once.err())
                .contains("services      enrich ready, ingest ready, sink ready")
                .allSatisfy(line -> assertThat(line).doesNotContain("\033").hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefusedInOneSentence() throws Exception {
        Commands.Result result = command("run");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err().strip().lines()).hasSize(1);
        assertThat(result.err()).contains(running().data().toString());
    }

    @Test
    void anIndependentConfluentClientReadsThePublicTopics() throws Exception {
        assumeTrue(
                Commands.exists("node") && Files.isDirectory(INTEROP.resolve("node_modules")),
                "skipped: needs Node and npm ci in deploy/system-tests/interop");
        drop("interop.txt");
        try (Database store = store()) {
            PipelineSuite.awaitStored(store, List.of("interop.txt"));
        }

        Commands.Result result = Commands.run(List.of(
                "node",
                INTEROP.resolve("read-topics.js").toString(),
                running().addresses().bootstrapServers(),
                running().addresses().registryUrl(),
                "9",
                "broadsheet.pages",
                "broadsheet.articles",
                "broadsheet.articles.enriched",
                "broadsheet.metrics",
                "broadsheet.receipts"));

        assertThat(result.exitCode()).as(result.err()).isZero();
        assertThat(result.out().lines())
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(line -> assertThat(
                                new ObjectMapper().readTree(line).at("/value").isObject())
                        .isTrue());
    }

    private Exposition scrapeAfterAPage(String name) throws Exception {
        drop(name);
        try (Database store = store()) {
            PipelineSuite.awaitStored(store, List.of(name));
        }
        return Exposition.scrape(running().httpPorts());
    }
}
