package dev.broadsheet.enrich.extract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads printed pages with their labels: lines and articles beside one another (NAME.lines.tsv, NAME.articles.json), entities as text
 * (NAME.facts.json) or, in a folder of their own, as offsets into the page's lines (NAME.tsv). Stateless.
 */
public final class PrintedLabels {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PrintedLabels() {}

    /** The articles of all pages that have entity labels, in the order of the pages' names. */
    public static List<LabelledArticle> read(Path pages, Path labels, Path offsets) throws IOException {
        List<LabelledArticle> articles = new ArrayList<>();
        for (String name : names(pages)) {
            Path facts = labels.resolve(name + ".facts.json");
            Path own = offsets.resolve(name + ".tsv");
            Path page = pages.resolve(name + ".txt");
            if (Files.exists(facts)) {
                articles.addAll(articles(name, page, labels, entities(facts)));
            } else if (Files.exists(own)) {
                articles.addAll(articles(name, page, labels, entities(page, own)));
            }
        }
        return articles;
    }

    static List<String> names(Path pages) throws IOException {
        try (Stream<Path> files = Files.list(pages)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt"))
                    .map(name -> name.substring(0, name.length() - 4))
                    .sorted()
                    .toList();
        }
    }

    private static List<LabelledArticle> articles(
            String name, Path page, Path labels, Map<Integer, Map<String, EntityType>> entities) throws IOException {
        SortedMap<Integer, List<PrintedBlock>> blocks = PrintedBlock.read(page, labels.resolve(name + ".lines.tsv"));
        List<LabelledArticle> articles = new ArrayList<>();
        for (JsonNode label :
                JSON.readTree(labels.resolve(name + ".articles.json").toFile())) {
            int number = label.get("n").asInt();
            SourceArticle article = article(label, blocks.getOrDefault(number, List.of()));
            articles.add(new LabelledArticle(name, true, article, entities.getOrDefault(number, Map.of())));
        }
        return articles;
    }

    /** The article of a row of NAME.articles.json. */
    static SourceArticle article(JsonNode label, List<PrintedBlock> blocks) {
        List<SourceByline> bylines = new ArrayList<>();
        label.get("bylines")
                .forEach(b -> bylines.add(
                        new SourceByline(b.get("role").asText(), b.get("name").asText())));
        return new SourceArticle(
                label.get("kind").asText(),
                text(label, "section"),
                text(label, "kicker"),
                text(label, "title"),
                text(label, "subtitle"),
                bylines,
                blocks.stream().map(PrintedBlock::source).toList(),
                null,
                null);
    }

    private static @Nullable String text(JsonNode label, String field) {
        return label.get(field).isNull() ? null : label.get(field).asText();
    }

    private static Map<Integer, Map<String, EntityType>> entities(Path facts) throws IOException {
        Map<Integer, Map<String, EntityType>> articles = new HashMap<>();
        for (JsonNode entity : JSON.readTree(facts.toFile()).get("entities")) {
            put(
                    articles,
                    entity.get("article").asInt(),
                    entity.get("text").asText(),
                    entity.get("type").asText());
        }
        return articles;
    }

    private static Map<Integer, Map<String, EntityType>> entities(Path page, Path offsets) throws IOException {
        List<String> lines = Files.readString(page).lines().toList();
        Map<Integer, Map<String, EntityType>> articles = new HashMap<>();
        for (String row : Files.readAllLines(offsets).stream().skip(1).toList()) {
            String[] cells = row.split("\t", -1);
            put(articles, Integer.parseInt(cells[0]), text(lines, cells[2]), cells[1]);
        }
        return articles;
    }

    private static void put(Map<Integer, Map<String, EntityType>> articles, int article, String text, String type) {
        articles.computeIfAbsent(article, n -> new HashMap<>()).put(text, EntityType.valueOf(type));
    }

    /** The characters at LINE:FROM-TO, of several lines where there are several, without white space. */
    static String text(List<String> lines, String spans) {
        StringBuilder text = new StringBuilder();
        for (String span : spans.split(" ", -1)) {
            int colon = span.indexOf(':');
            int dash = span.indexOf('-', colon);
            String line = lines.get(Integer.parseInt(span.substring(0, colon)) - 1);
            text.append(
                    line,
                    Integer.parseInt(span.substring(colon + 1, dash)),
                    Integer.parseInt(span.substring(dash + 1)));
        }
        return text.toString().replaceAll("\\s", "");
    }
}
