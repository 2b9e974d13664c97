package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.broadsheet.system.Expression.Selector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Rules, dashboards, runbook and the table of telemetry fit one another. That the series exist in a running system is told by
 * {@link CommandsSuite}.
 */
class MonitoringTest {
    private static final Path DEPLOY = Commands.REPOSITORY.resolve("deploy");
    private static final Path RUNBOOK = DEPLOY.resolve("RUNBOOK.md");
    private static final Path RULE_TESTS = Watched.PROMETHEUS.resolve("rules/tests");
    private static final Set<String> SEVERITIES = Set.of("critical", "warning", "info");
    private static final Set<String> OF_PROMETHEUS =
            Set.of("le", "job", "service", "instance", "alertname", "alertstate", "severity");

    private final TelemetryTable table;

    MonitoringTest() throws IOException {
        table = TelemetryTable.read(DEPLOY.resolve("TELEMETRY.md"));
    }

    @Test
    void promtoolAcceptsConfigurationAndRules() throws Exception {
        promtool("check", "config", "--syntax-only", path(Watched.PROMETHEUS.resolve("prometheus.yml")));
        promtool(
                "check",
                "rules",
                "--lint=all",
                "--lint-fatal",
                path(Watched.PROMETHEUS.resolve("rules/broadsheet.rules.yml")));
    }

    @Test
    void everyAlertFiresWhenItMustAndOnlyThen() throws Exception {
        List<String> command = new ArrayList<>(List.of("test", "rules"));
        ruleTests().forEach(file -> command.add(path(file)));

        promtool(command.toArray(String[]::new));
    }

    @Test
    void everyAlertHasACaseInWhichItFiresAndOneInWhichItDoesNot() throws IOException {
        Set<String> firing = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (Path file : ruleTests()) {
            for (JsonNode test : Watched.yaml(file).path("tests")) {
                for (JsonNode expected : test.path("promql_expr_test")) {
                    Set<String> told = expected.path("exp_samples").isEmpty() ? silent : firing;
                    told.addAll(alertNames(expected.path("expr").asText()));
                }
            }
        }

        assertThat(firing).isEqualTo(Watched.alerts().keySet());
        assertThat(silent).isEqualTo(Watched.alerts().keySet());
    }

    @Test
    void everyAlertTellsWhatAndWhatToDo() {
        assertThat(Watched.alerts()).hasSizeGreaterThan(15).allSatisfy((name, alert) -> {
            assertThat(alert.at("/labels/severity").asText()).as(name).isIn(SEVERITIES);
            assertThat(alert.at("/annotations/summary").asText()).as(name).isNotBlank();
            assertThat(alert.at("/annotations/description").asText()).as(name).hasSizeGreaterThan(60);
            assertThat(alert.at("/annotations/runbook_url").asText())
                    .isEqualTo("deploy/RUNBOOK.md#" + name.toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void everyAlertHasARunbookEntryAndEveryEntryAnAlert() throws IOException {
        List<String> entries = Pattern.compile(
                        "^## (Broadsheet\\w+)$(.*?)(?=^## |\\z)", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(RUNBOOK))
                .results()
                .peek(entry -> assertThat(entry.group(2))
                        .as(entry.group(1))
                        .contains("**Means**", "**Look**", "**Do**", "**Over**"))
                .map(entry -> entry.group(1))
                .toList();

        assertThat(entries)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(Watched.alerts().keySet());
    }

    @Test
    void everyPanelHasTitleDescriptionUnitAndPlace() {
        Watched.dashboards().forEach((file, dashboard) -> {
            List<JsonNode> panels = Watched.panels(dashboard);
            assertThat(panels).as(file).hasSizeGreaterThan(4);
            assertThat(panels)
                    .extracting(panel -> panel.path("id").asInt())
                    .as(file)
                    .doesNotHaveDuplicates();
            assertThat(panels)
                    .extracting(panel -> panel.path("title").asText())
                    .as(file)
                    .doesNotHaveDuplicates();
            assertThat(panels).as(file).allSatisfy(panel -> {
                assertThat(panel.path("title").asText()).isNotBlank();
                assertThat(panel.path("description").asText()).isNotBlank();
                assertThat(panel.at("/fieldConfig/defaults/unit").asText()).isNotBlank();
                assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}");
                assertThat(panel.path("targets")).isNotEmpty();
                assertThat(panel.at("/gridPos/x").asInt()
                                + panel.at("/gridPos/w").asInt())
                        .isLessThanOrEqualTo(24);
            });
        });
    }

    @Test
    void dashboardsHaveNamesOfTheirOwnAndReachNoOtherHost() throws IOException {
        Map<String, JsonNode> dashboards = Watched.dashboards();
        assertThat(dashboards).hasSize(5);
        assertThat(dashboards.values())
                .extracting(dashboard -> dashboard.path("uid").asText())
                .doesNotHaveDuplicates();
        assertThat(dashboards.values())
                .extracting(dashboard -> dashboard.path("title").asText())
                .doesNotHaveDuplicates();
        for (String file : dashboards.keySet()) {
            assertThat(Files.readString(Watched.DASHBOARDS.resolve(file)))
                    .as(file)
                    .doesNotContain("http:", "https:");
        }
    }

    @Test
    void everyVariableOfADashboardIsDeclared() {
        Pattern use = Pattern.compile("\\$\\{?(?!__)(\\w+)");
        Watched.dashboards().forEach((file, dashboard) -> {
            List<String> declared = dashboard.at("/templating/list").findValuesAsText("name");
            Set<String> used = use.matcher(dashboard.toString())
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
            assertThat(declared).as(file).containsAll(used);
        });
    }

    @Test
    void linksOfDashboardsLeadToRunbookEntries() {
        Set<String> anchors = Watched.alerts().keySet().stream()
                .map(name -> "deploy/RUNBOOK.md#" + name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        Watched.dashboards()
                .forEach((file, dashboard) -> assertThat(Watched.panels(dashboard))
                        .flatExtracting(panel -> panel.path("links").findValuesAsText("url"))
                        .as(file)
                        .isSubsetOf(anchors));
    }

    @Test
    void everySeriesAndLabelThatIsWatchedIsInTheTable() {
        assertThat(Watched.questions()).hasSizeGreaterThan(100).allSatisfy(question -> {
            Expression expression = question.expression();
            assertThat(expression.selectors()).isNotEmpty();
            Set<String> known = new TreeSet<>(OF_PROMETHEUS);
            for (Selector selector : expression.selectors()) {
                Set<String> labels = labels(selector.name());
                assertThat(labels).as(selector.name()).containsAll(selector.labels());
                known.addAll(labels);
            }
            assertThat(known).as("labels to group by").containsAll(expression.labels());
        });
    }

    /** Labels that a series may have; of what rules or Prometheus make, any. */
    private Set<String> labels(String series) {
        Set<String> labels = new TreeSet<>(OF_PROMETHEUS);
        if (Watched.exported(series)) {
            assertThat(table.names()).as(series).contains(table.family(series));
            labels.addAll(table.labels(table.family(series)));
        } else {
            labels.addAll(table.labels());
        }
        return labels;
    }

    @Test
    void everySeriesThatTheRunbookNamesIsInTheTable() throws IOException {
        assertThat(Pattern.compile("`((?:broadsheet|jvm|kafka|hikaricp|process|disk|system)_\\w+)")
                        .matcher(Files.readString(RUNBOOK))
                        .results()
                        .map(found -> table.family(found.group(1))))
                .isNotEmpty()
                .isSubsetOf(table.names());
    }

    private static List<String> alertNames(String expression) {
        return Expression.of(expression).selectors().stream()
                .flatMap(selector -> selector.conditions().stream())
                .filter(condition -> condition.label().equals("alertname")
                        && condition.operator().equals("="))
                .map(Expression.Condition::value)
                .toList();
    }

    private static List<Path> ruleTests() throws IOException {
        try (Stream<Path> files = Files.list(RULE_TESTS)) {
            return files.sorted().toList();
        }
    }

    private static void promtool(String... arguments) throws Exception {
        assumeTrue(Commands.exists("promtool"), "skipped: no promtool (Debian package prometheus)");
        Commands.Result result = Commands.run(
                Stream.concat(Stream.of("promtool"), Stream.of(arguments)).toList());
        assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
    }

    private static String path(Path file) {
        return file.toString();
    }
}
