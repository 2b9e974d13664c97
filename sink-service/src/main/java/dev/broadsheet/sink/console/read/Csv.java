package dev.broadsheet.sink.console.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Figures as CSV (RFC 4180, UTF-8 with a byte order mark, as spreadsheets want it). A text that a spreadsheet would run as a formula gets an
 * apostrophe in front. A pure function.
 */
final class Csv {
    private static final List<String> COLUMNS = List.of(
            "issueDate",
            "publication",
            "page",
            "regionName",
            "regionCode",
            "subject",
            "indicator",
            "canonicalIndicator",
            "rawValue",
            "value",
            "unit",
            "normalizedValue",
            "normalizedUnit",
            "minValue",
            "maxValue",
            "qualifier",
            "status",
            "kind",
            "growthBase",
            "period",
            "periodFrom",
            "periodTo",
            "quote",
            "title",
            "articleId",
            "metricId");
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.,][0-9]+)*%?");
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    static byte[] of(List<ObjectNode> rows) {
        StringBuilder csv =
                new StringBuilder("\ufeff").append(String.join(",", COLUMNS)).append("\r\n");
        for (ObjectNode row : rows) {
            csv.append(COLUMNS.stream().map(column -> cell(row.get(column))).collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(JsonNode value) {
        String text = value.isNull() ? "" : value.asText();
        boolean formula = !text.isEmpty()
                && FORMULA.indexOf(text.charAt(0)) >= 0
                && !NUMBER.matcher(text).matches();
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
