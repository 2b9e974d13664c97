package dev.broadsheet.enrich.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Labels of entities and figures kept as offsets in {@code src/labels}, put together with the pages to what the scorer reads. */
final class OwnLabels {
    static final List<String> PAGES = List.of("p01", "p03", "p08", "p10", "p11", "p13", "p14", "p15");
    private static final ObjectMapper JSON = new ObjectMapper();
    static final Path FOLDER = Path.of("src/labels");

    private OwnLabels() {}

    /** Copies the line and article labels of the pages to {@code gold} and writes their facts beside them. */
    static void write(Path shared, Path gold) throws IOException {
        for (String page : PAGES) {
            for (String kind : List.of(".lines.tsv", ".articles.json")) {
                Files.copy(shared.resolve("gold/" + page + kind), gold.resolve(page + kind));
            }
            Files.writeString(
                    gold.resolve(page + ".facts.json"), facts(shared, page).toString());
        }
    }

    private static ObjectNode facts(Path shared, String page) throws IOException {
        List<String> lines = Files.readString(shared.resolve("pages/" + page + ".txt"))
                .lines()
                .toList();
        ObjectNode facts = JSON.createObjectNode();
        ArrayNode entities = facts.putArray("entities");
        List<String> rows = Files.readAllLines(FOLDER.resolve(page + ".tsv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            entities.addObject()
                    .put("article", Integer.parseInt(cells[0]))
                    .put("type", cells[1])
                    .put("text", PrintedLabels.text(lines, cells[2]));
        }
        ArrayNode metrics = facts.putArray("metrics");
        rows = Files.readAllLines(FOLDER.resolve(page + ".metrics.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            metrics.add(metric(lines, row.split("\t", -1)));
        }
        return facts;
    }

    private static ObjectNode metric(List<String> lines, String[] cells) {
        ObjectNode metric = JSON.createObjectNode()
                .put("article", Integer.parseInt(cells[0]))
                .put("line", Integer.parseInt(cells[1].substring(0, cells[1].indexOf(':'))))
                .put("quote", text(lines, cells[1]))
                .put("indicator", text(lines, cells[2]))
                .put("subject", text(lines, cells[3]))
                .put("unit", text(lines, cells[5]))
                .put("normalized_unit", cells[7])
                .put("qualifier", cells[8])
                .put("period", text(lines, cells[9]))
                .put("status", cells[10])
                .put("kind", cells[11]);
        metric.set("value", value(cells[4]));
        metric.set("normalized", value(cells[6]));
        return metric;
    }

    private static @Nullable String text(List<String> lines, String spans) {
        return spans.equals("-") ? null : PrintedLabels.text(lines, spans);
    }

    /** A number, or MIN..MAX. */
    private static JsonNode value(String text) {
        int dots = text.indexOf("..");
        return dots < 0
                ? DecimalNode.valueOf(new BigDecimal(text))
                : JSON.createObjectNode()
                        .put("min", new BigDecimal(text.substring(0, dots)))
                        .put("max", new BigDecimal(text.substring(dots + 2)));
    }
}
