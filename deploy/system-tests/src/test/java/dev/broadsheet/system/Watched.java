package dev.broadsheet.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What rules and dashboards under {@code deploy/} ask of Prometheus, read from their files. */
final class Watched {
    static final Path PROMETHEUS = Commands.REPOSITORY.resolve("deploy/prometheus");
    static final Path DASHBOARDS = Commands.REPOSITORY.resolve("deploy/grafana/dashboards");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    private Watched() {}

    /** An expression and the rule or panel that it stands in. */
    record Question(String place, String text) {
        Expression expression() {
            return Expression.of(text);
        }
    }

    /** The alerting and recording rules, in the order of the file. */
    static List<JsonNode> rules() {
        List<JsonNode> rules = new ArrayList<>();
        yaml(PROMETHEUS.resolve("rules/broadsheet.rules.yml"))
                .path("groups")
                .forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    /** Alerting rules by name. */
    static Map<String, JsonNode> alerts() {
        return rules().stream()
                .filter(rule -> rule.has("alert"))
                .collect(Collectors.toMap(rule -> rule.get("alert").asText(), rule -> rule, (a, b) -> a, TreeMap::new));
    }

    /** Dashboards by file name. */
    static Map<String, JsonNode> dashboards() {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.collect(Collectors.toMap(
                    file -> file.getFileName().toString(), file -> read(JSON, file), (a, b) -> a, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Panels of a dashboard that show something, those inside of rows too. */
    static List<JsonNode> panels(JsonNode dashboard) {
        List<JsonNode> panels = new ArrayList<>();
        for (JsonNode panel : dashboard.path("panels")) {
            if (panel.path("type").asText().equals("row")) {
                panels.addAll(panels(panel));
            } else {
                panels.add(panel);
            }
        }
        return panels;
    }

    /** Every expression, of rules, panels, variables and annotations. */
    static List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        rules().forEach(rule -> questions.add(new Question(
                rule.path("alert").asText(rule.path("record").asText()),
                rule.get("expr").asText())));
        dashboards().forEach((file, dashboard) -> {
            for (JsonNode panel : panels(dashboard)) {
                panel.path("targets")
                        .forEach(target -> questions.add(new Question(
                                file + ": " + panel.path("title").asText(),
                                target.path("expr").asText())));
            }
            for (JsonNode variable : dashboard.at("/templating/list")) {
                if (variable.path("type").asText().equals("query")) {
                    questions.add(new Question(
                            file + ": $" + variable.path("name").asText(),
                            variable.path("query").asText()));
                }
            }
            dashboard
                    .at("/annotations/list")
                    .forEach(marks -> questions.add(new Question(
                            file + ": " + marks.path("name").asText(),
                            marks.path("expr").asText())));
        });
        return questions;
    }

    /** Names of the series that recording rules make. */
    static Set<String> recorded() {
        return rules().stream()
                .filter(rule -> rule.has("record"))
                .map(rule -> rule.get("record").asText())
                .collect(Collectors.toSet());
    }

    /** Whether a service, and neither a rule nor Prometheus itself, has to export it. */
    static boolean exported(String series) {
        return !recorded().contains(series) && !Set.of("up", "ALERTS").contains(series);
    }

    static JsonNode yaml(Path file) {
        return read(YAML, file);
    }

    private static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
