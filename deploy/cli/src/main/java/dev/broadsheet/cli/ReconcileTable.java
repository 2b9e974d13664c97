package dev.broadsheet.cli;

import dev.broadsheet.sink.reconcile.Difference;
import dev.broadsheet.sink.reconcile.Equation;
import dev.broadsheet.sink.reconcile.Kind;
import dev.broadsheet.sink.reconcile.Report;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A reconciliation for people: the equations, then what differs. */
final class ReconcileTable {
    private ReconcileTable() {}

    static List<String> lines(Report report, int limit) {
        List<String> lines = new ArrayList<>();
        int width = report.equations().stream()
                .mapToInt(equation -> equation.name().length())
                .max()
                .orElse(0);
        for (Equation equation : report.equations()) {
            lines.add(String.format(
                    Locale.ROOT, "%-" + width + "s  %8d = %s", equation.name(), equation.total(), right(equation)));
        }
        int told = Math.min(limit, report.differences().size());
        for (Difference difference : report.differences().subList(0, told)) {
            lines.add("");
            lines.add(difference.kind() + " in " + difference.place() + ": " + difference.what());
            lines.add("    " + names(difference));
            lines.add("    " + difference.mend());
        }
        if (report.total() > told) {
            lines.add("");
            lines.add("… and " + (report.total() - told) + " more");
        }
        lines.add("");
        lines.add(Arrays.stream(Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT) + " " + report.count(kind))
                .collect(Collectors.joining(
                        ", ", report.total() + " differences: ", "; " + report.pending() + " pending")));
        report.waits().forEach((cause, count) -> lines.add("    " + count + " pending: " + cause));
        lines.add(report.pages() + " pages" + (report.since().equals(Instant.EPOCH) ? "" : " since " + report.since())
                + " at " + report.at() + " in " + report.took().toMillis() / 1000.0 + " s, looks: " + report.looks());
        return lines;
    }

    private static String right(Equation equation) {
        String parts = equation.parts().entrySet().stream()
                .map(part -> part.getValue() + " " + part.getKey())
                .collect(Collectors.joining(" + "));
        long missing = equation.missing();
        return missing == 0
                ? parts
                : parts + (missing > 0 ? " + " + missing + " MISSING" : " - " + -missing + " TOO MANY");
    }

    private static String names(Difference difference) {
        List<String> names = new ArrayList<>(List.of(difference.about()));
        if (difference.fileName() != null) {
            names.add("file " + difference.fileName());
        }
        if (difference.articleId() != null) {
            names.add("article " + difference.articleId());
        } else if (difference.issueId() != null && !difference.issueId().equals(difference.about())) {
            names.add("issue " + difference.issueId());
        }
        return String.join(", ", names);
    }
}
