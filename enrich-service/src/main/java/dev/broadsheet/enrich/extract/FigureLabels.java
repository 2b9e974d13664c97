package dev.broadsheet.enrich.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads articles with the figures that people found in them: printed pages (see {@link PrintedLabels}) whose figures stand in NAME.facts.json
 * or, as offsets, in NAME.metrics.tsv, and articles that were written to learn from. Stateless.
 */
public final class FigureLabels {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int COLUMNS = 12;

    private FigureLabels() {}

    /** The articles of all pages that have labels of figures, in the order of the pages' names. */
    public static List<FigureArticle> printed(Path pages, Path labels, Path offsets) throws IOException {
        List<FigureArticle> articles = new ArrayList<>();
        for (String name : PrintedLabels.names(pages)) {
            Path page = pages.resolve(name + ".txt");
            Path facts = labels.resolve(name + ".facts.json");
            Path own = offsets.resolve(name + ".metrics.tsv");
            if (Files.exists(facts)) {
                JsonNode metrics = JSON.readTree(facts.toFile()).get("metrics");
                articles.addAll(articles(name, page, labels, LabelSource.PAGES, metrics));
            } else if (Files.exists(own)) {
                articles.addAll(articles(name, page, labels, LabelSource.OWN, offsets(page, own)));
            }
        }
        return articles;
    }

    /** Those of a folder's files, NAME.json: arrays of articles with blocks and metrics. IOException, in words for a person, where one is something else. */
    public static List<FigureArticle> written(Path folder) throws IOException {
        List<FigureArticle> articles = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> listed = Files.list(folder)) {
            files = listed.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            int number = 0;
            for (JsonNode article : json(file)) {
                articles.add(written(file.getFileName() + ":" + ++number, article));
            }
        }
        return articles;
    }

    private static JsonNode json(Path file) throws IOException {
        try {
            return JSON.readTree(file.toFile());
        } catch (JsonProcessingException e) {
            throw new IOException(file + ": is no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static FigureArticle written(String name, JsonNode label) throws IOException {
        if (!label.path("blocks").isArray() || !label.path("metrics").isArray()) {
            throw new IOException(name + ": an article needs blocks and metrics");
        }
        List<SourceBlock> blocks = new ArrayList<>();
        label.get("blocks")
                .forEach(block -> blocks.add(new SourceBlock(
                        block.get("role").asText(), block.get("text").asText())));
        SourceArticle article = new SourceArticle("NEWS", null, null, null, null, List.of(), blocks, null, null);
        return new FigureArticle(name, LabelSource.WRITTEN, article, figures(label.get("metrics")));
    }

    private static List<FigureArticle> articles(
            String name, Path page, Path labels, LabelSource source, Iterable<JsonNode> metrics) throws IOException {
        SortedMap<Integer, List<PrintedBlock>> blocks = PrintedBlock.read(page, labels.resolve(name + ".lines.tsv"));
        List<FigureArticle> articles = new ArrayList<>();
        for (JsonNode label :
                JSON.readTree(labels.resolve(name + ".articles.json").toFile())) {
            int number = label.get("n").asInt();
            List<JsonNode> own = new ArrayList<>();
            metrics.forEach(metric -> {
                if (metric.get("article").asInt() == number) {
                    own.add(metric);
                }
            });
            SourceArticle article = PrintedLabels.article(label, blocks.getOrDefault(number, List.of()));
            articles.add(new FigureArticle(name, source, article, figures(own)));
        }
        return articles;
    }

    private static List<JsonNode> offsets(Path page, Path file) throws IOException {
        List<String> lines = Files.readString(page).lines().toList();
        List<JsonNode> metrics = new ArrayList<>();
        for (String row : Files.readAllLines(file).stream().skip(1).toList()) {
            metrics.add(metric(lines, row));
        }
        return metrics;
    }

    /** A row of NAME.metrics.tsv as NAME.facts.json has it. IllegalArgumentException where it has too few columns. */
    static ObjectNode metric(List<String> lines, String row) {
        List<String> cells = List.of(row.split("\t", -1));
        if (cells.size() < COLUMNS) {
            throw new IllegalArgumentException("expected " + COLUMNS + " columns: " + row);
        }
        String quote = cells.get(1);
        ObjectNode metric = JSON.createObjectNode()
                .put("article", Integer.parseInt(cells.get(0)))
                .put("line", Integer.parseInt(quote.substring(0, quote.indexOf(':'))))
                .put("quote", text(lines, quote))
                .put("indicator", text(lines, cells.get(2)))
                .put("subject", text(lines, cells.get(3)))
                .put("unit", text(lines, cells.get(5)))
                .put("normalized_unit", cells.get(7))
                .put("qualifier", cells.get(8))
                .put("period", text(lines, cells.get(9)))
                .put("status", cells.get(10))
                .put("kind", cells.get(11));
        metric.set("value", value(cells.get(4)));
        metric.set("normalized", value(cells.get(6)));
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

    private static List<LabelledFigure> figures(Iterable<JsonNode> metrics) {
        List<LabelledFigure> figures = new ArrayList<>();
        for (JsonNode metric : metrics) {
            JsonNode value = metric.get("normalized");
            if (value != null && !value.isNull()) {
                figures.add(new LabelledFigure(
                        text(metric, "quote", ""),
                        text(metric, "indicator", ""),
                        metric.get("subject").isNull()
                                ? null
                                : metric.get("subject").asText(),
                        (value.isObject() ? value.get("min") : value).decimalValue(),
                        (value.isObject() ? value.get("max") : value).decimalValue(),
                        text(metric, "normalized_unit", ""),
                        text(metric, "qualifier", "exact"),
                        text(metric, "status", "actual"),
                        text(metric, "kind", "level")));
            }
        }
        return figures;
    }

    private static String text(JsonNode metric, String field, String otherwise) {
        JsonNode value = metric.get(field);
        return value == null || value.isNull() ? otherwise : value.asText();
    }
}
