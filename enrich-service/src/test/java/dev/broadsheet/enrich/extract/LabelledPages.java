package dev.broadsheet.enrich.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;

/** Builds the articles of a labelled page from its line labels, so that extraction is scored apart from splitting. */
final class LabelledPages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LabelledPages() {}

    /** Writes the issue report of page {@code name} to {@code out}. */
    static void report(Path shared, String name, Extractor extractor, Path out) throws IOException {
        JsonNode labels =
                JSON.readTree(shared.resolve("gold/" + name + ".articles.json").toFile());
        SortedMap<Integer, List<PrintedBlock>> blocks = PrintedBlock.read(
                shared.resolve("pages/" + name + ".txt"), shared.resolve("gold/" + name + ".lines.tsv"));
        ObjectNode report = JSON.createObjectNode();
        ArrayNode articles = report.putArray("articles");
        for (JsonNode label : labels) {
            articles.add(article(label, blocks.getOrDefault(label.get("n").asInt(), List.of()), extractor));
        }
        ArrayNode furniture = report.putArray("furniture");
        for (PrintedBlock block : blocks.getOrDefault(0, List.of())) {
            furniture.add(blockJson(block));
        }
        Files.writeString(out.resolve(name + ".json"), report.toString());
    }

    private static ObjectNode article(JsonNode label, List<PrintedBlock> blocks, Extractor extractor) {
        ObjectNode json = label.deepCopy();
        json.put("kind", label.get("kind").asText().toUpperCase(Locale.ROOT));
        Extraction extraction = extractor.extract(PrintedLabels.article(label, blocks));
        if (extraction.region() == null) {
            json.putNull("region");
        } else {
            json.putObject("region").put("name", extraction.region());
        }
        ArrayNode blockRows = json.putArray("blocks");
        blocks.forEach(block -> blockRows.add(blockJson(block)));
        ArrayNode entities = json.putArray("entities");
        extraction.entities().forEach(entity -> entities.add(entityJson(entity)));
        ArrayNode metrics = json.putArray("metrics");
        extraction.metrics().forEach(metric -> metrics.add(metricJson(metric)));
        return json;
    }

    private static ObjectNode blockJson(PrintedBlock block) {
        ObjectNode json = JSON.createObjectNode();
        json.put("role", block.source().role()).put("text", block.source().text());
        ArrayNode lines = json.putArray("lines");
        block.lines().forEach(lines::add);
        return json;
    }

    private static ObjectNode entityJson(EntityMention entity) {
        return JSON.createObjectNode()
                .put("type", entity.type().name())
                .put("text", entity.text())
                .put("block", entity.block())
                .put("start", entity.start())
                .put("end", entity.end());
    }

    private static ObjectNode metricJson(MetricMention metric) {
        ObjectNode json = JSON.createObjectNode()
                .put("quote", metric.quote())
                .put("block", metric.block())
                .put("start", metric.start())
                .put("end", metric.end())
                .put("indicator", metric.indicator())
                .put("subject", metric.subject())
                .put("value", metric.value())
                .put("unit", metric.unit())
                .put("normalizedValue", metric.normalizedValue())
                .put("normalizedUnit", metric.normalizedUnit())
                .put("min", metric.min())
                .put("max", metric.max())
                .put("qualifier", metric.qualifier().name())
                .put("status", metric.status().name())
                .put("kind", metric.kind().name());
        if (metric.period() == null) {
            json.putNull("period");
        } else {
            json.putObject("period").put("text", metric.period().text());
        }
        return json;
    }
}
