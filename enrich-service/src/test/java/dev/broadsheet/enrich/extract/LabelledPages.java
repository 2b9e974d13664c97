package dev.broadsheet.enrich.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Builds the articles of a labelled page from its line labels, so that extraction is scored apart from splitting. */
final class LabelledPages {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Line(int number, int article, String role, boolean joins) {}

    private static final class Block {
        final String role;
        final StringBuilder text = new StringBuilder();
        final List<Integer> lines = new ArrayList<>();

        Block(String role) {
            this.role = role;
        }
    }

    private LabelledPages() {}

    /** Writes the issue report of page {@code name} to {@code out}. */
    static void report(Path shared, String name, Extractor extractor, Path out) throws IOException {
        List<String> page = Files.readString(shared.resolve("pages/" + name + ".txt"))
                .lines()
                .toList();
        JsonNode labels =
                JSON.readTree(shared.resolve("gold/" + name + ".articles.json").toFile());
        TreeMap<Integer, List<Block>> blocks = new TreeMap<>();
        for (Line line : lines(shared.resolve("gold/" + name + ".lines.tsv"))) {
            add(blocks.computeIfAbsent(line.article(), n -> new ArrayList<>()), line, page.get(line.number() - 1));
        }
        ObjectNode report = JSON.createObjectNode();
        ArrayNode articles = report.putArray("articles");
        for (JsonNode label : labels) {
            articles.add(article(label, blocks.getOrDefault(label.get("n").asInt(), List.of()), extractor));
        }
        ArrayNode furniture = report.putArray("furniture");
        for (Block block : blocks.getOrDefault(0, List.of())) {
            furniture.add(blockJson(block));
        }
        Files.writeString(out.resolve(name + ".json"), report.toString());
    }

    private static List<Line> lines(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String row : Files.readAllLines(file).stream().skip(1).toList()) {
            String[] cells = row.split("\t", -1);
            lines.add(new Line(Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), cells[2], cells[3].equals("1")));
        }
        return lines;
    }

    private static void add(List<Block> blocks, Line line, String text) {
        Block target = null;
        if (line.joins() && line.article() != 0) {
            for (int i = blocks.size() - 1; i >= 0 && target == null; i--) {
                target = blocks.get(i).role.equals(line.role()) ? blocks.get(i) : null;
            }
        }
        if (target == null) {
            target = new Block(line.role());
            blocks.add(target);
        }
        target.text.append(text);
        target.lines.add(line.number());
    }

    private static ObjectNode article(JsonNode label, List<Block> blocks, Extractor extractor) {
        ObjectNode json = label.deepCopy();
        json.put("kind", label.get("kind").asText().toUpperCase(Locale.ROOT));
        List<SourceByline> bylines = new ArrayList<>();
        label.get("bylines")
                .forEach(b -> bylines.add(
                        new SourceByline(b.get("role").asText(), b.get("name").asText())));
        SourceArticle source = new SourceArticle(
                label.get("kind").asText(),
                text(label, "section"),
                text(label, "kicker"),
                text(label, "title"),
                text(label, "subtitle"),
                bylines,
                blocks.stream()
                        .map(b -> new SourceBlock(b.role.toUpperCase(Locale.ROOT), b.text.toString()))
                        .toList(),
                null);
        Extraction extraction = extractor.extract(source);
        Region region = extraction.region();
        if (region == null) {
            json.putNull("region");
        } else {
            json.putObject("region").put("name", region.name()).put("code", region.code());
        }
        ArrayNode blockRows = json.putArray("blocks");
        blocks.forEach(block -> blockRows.add(blockJson(block)));
        ArrayNode entities = json.putArray("entities");
        extraction.entities().forEach(entity -> entities.add(entityJson(entity)));
        ArrayNode metrics = json.putArray("metrics");
        extraction.metrics().forEach(metric -> metrics.add(metricJson(metric)));
        return json;
    }

    private static @Nullable String text(JsonNode label, String field) {
        return label.get(field).isNull() ? null : label.get(field).asText();
    }

    private static ObjectNode blockJson(Block block) {
        ObjectNode json = JSON.createObjectNode();
        json.put("role", block.role.toUpperCase(Locale.ROOT)).put("text", block.text.toString());
        ArrayNode lines = json.putArray("lines");
        block.lines.forEach(lines::add);
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
            json.putObject("period").put("text", metric.period());
        }
        return json;
    }
}
