package dev.broadsheet.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of {@code deploy/TELEMETRY.md} with a row for each series. */
record TelemetryTable(Map<String, Row> rows) {
    /** What every series carries. */
    static final Set<String> COMMON = Set.of("service", "instance");

    private static final Pattern ROW = Pattern.compile(
            "^\\| `(?<name>\\w+)` \\| (?<type>gauge|counter|histogram|summary) \\|(?<labels>[^|]*)\\|(?<services>[^|]*)\\|(?<meaning>.*)\\|$",
            Pattern.MULTILINE);
    private static final Pattern LABEL = Pattern.compile("`(\\w+)`");
    private static final Pattern OF_A_FAMILY = Pattern.compile("_(bucket|count|sum|max)$");

    /** A family of series as Prometheus prints it, with its own labels; onEvent where it is not there from the start. */
    record Row(String name, Set<String> labels, boolean onEvent) {}

    static TelemetryTable read(Path file) throws IOException {
        return new TelemetryTable(ROW.matcher(Files.readString(file))
                .results()
                .map(TelemetryTable::row)
                .collect(Collectors.toMap(Row::name, row -> row, (a, b) -> twice(a), TreeMap::new)));
    }

    Set<String> names() {
        return rows.keySet();
    }

    /** The family a sample is of: of a histogram or summary the name without what stands behind it. */
    String family(String sample) {
        String family = OF_A_FAMILY.matcher(sample).replaceFirst("");
        return rows.containsKey(sample) || !rows.containsKey(family) ? sample : family;
    }

    /** Whether a sample may be missing because nothing has happened yet. */
    boolean onEvent(String sample) {
        Row row = rows.get(family(sample));
        return row != null && row.onEvent();
    }

    /** Labels of a family, those that all carry among them. */
    Set<String> labels(String family) {
        Set<String> labels = new TreeSet<>(COMMON);
        Row row = rows.get(family);
        if (row != null) {
            labels.addAll(row.labels());
        }
        return labels;
    }

    /** Every label that there is. */
    Set<String> labels() {
        return names().stream().flatMap(name -> labels(name).stream()).collect(Collectors.toSet());
    }

    private static Row row(MatchResult found) {
        Set<String> labels = LABEL.matcher(found.group(3))
                .results()
                .map(label -> label.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        boolean onEvent = found.group(5).contains("**on event**");
        return new Row(found.group(1), labels, onEvent);
    }

    private static Row twice(Row row) {
        throw new IllegalStateException(row.name() + " stands twice in the table");
    }
}
