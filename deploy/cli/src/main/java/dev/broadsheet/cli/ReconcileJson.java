package dev.broadsheet.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.sink.reconcile.Equation;
import dev.broadsheet.sink.reconcile.Kind;
import dev.broadsheet.sink.reconcile.Report;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A reconciliation for programs: one JSON document on one line. Kinds are in lower case, every one of them is told. */
final class ReconcileJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReconcileJson() {}

    static String of(Report report, int limit) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("clean", report.isClean());
        document.put("at", report.at().toString());
        document.put("since", report.since().toString());
        document.put("seconds", report.took().toMillis() / 1000.0);
        document.put("looks", report.looks());
        document.put("pages", report.pages());
        document.put("pending", report.pending());
        document.put("waits", report.waits());
        document.put("total", report.total());
        Map<String, Object> counts = new LinkedHashMap<>();
        Map<String, Object> places = new LinkedHashMap<>();
        for (Kind kind : Kind.values()) {
            String name = kind.name().toLowerCase(Locale.ROOT);
            counts.put(name, report.count(kind));
            places.put(name, report.counts().getOrDefault(kind, Map.of()));
        }
        document.put("counts", counts);
        document.put("places", places);
        document.put(
                "equations",
                report.equations().stream().map(ReconcileJson::equation).toList());
        document.put(
                "differences",
                report.differences()
                        .subList(0, Math.min(limit, report.differences().size())));
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be written as JSON", e);
        }
    }

    private static Map<String, Object> equation(Equation equation) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", equation.name());
        fields.put("total", equation.total());
        fields.put("parts", equation.parts());
        fields.put("missing", equation.missing());
        return fields;
    }
}
