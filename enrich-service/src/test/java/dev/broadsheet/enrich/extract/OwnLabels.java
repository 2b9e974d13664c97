package dev.broadsheet.enrich.extract;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
            metrics.add(FigureLabels.metric(lines, row));
        }
        return facts;
    }
}
