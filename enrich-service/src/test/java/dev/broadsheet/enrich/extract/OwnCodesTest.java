package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.broadsheet.enrich.link.LinkedEntity;
import dev.broadsheet.enrich.link.LinkedPlace;
import dev.broadsheet.enrich.link.Linker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Holds the figures of QUALITY.md on the divisions of places. Runs with {@code -Dbroadsheet.shared=DIR}. */
@EnabledIfSystemProperty(
        named = "broadsheet.shared",
        matches = ".+",
        disabledReason = "needs -Dbroadsheet.shared=DIR, the folder with pages/ and gold/")
class OwnCodesTest {
    private static final List<String> PAGES =
            List.of("000", "001", "004", "p01", "p03", "p08", "p10", "p11", "p13", "p14", "p15");
    /** The label of a place that is no division of the list. */
    private static final String NONE = "-";

    private final Path shared = Path.of(System.getProperty("broadsheet.shared", ""));
    private final Linker linker = Linker.create();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    @Test
    @DisplayName("places get the division that people say they are, and hardly ever another one")
    void reachesTheFloors() throws IOException {
        for (String page : PAGES) {
            score(page);
        }
        System.out.println("places with a division " + counts + ", wrong " + wrong);
        int named = count("right") + count("wrong") + count("open");
        assertThat(named).isGreaterThan(200);
        assertThat(count("right")).as(wrong.toString()).isGreaterThanOrEqualTo((int) (0.96 * named));
        assertThat(count("wrong") + count("made up")).as(wrong.toString()).isLessThanOrEqualTo(1);
    }

    private void score(String page) throws IOException {
        List<String> lines = Files.readString(shared.resolve("pages/" + page + ".txt"))
                .lines()
                .toList();
        SortedMap<Integer, List<PrintedBlock>> blocks = PrintedBlock.read(
                shared.resolve("pages/" + page + ".txt"), shared.resolve("gold/" + page + ".lines.tsv"));
        Map<Integer, List<LinkedEntity>> linked = new HashMap<>();
        for (JsonNode article : new ObjectMapper()
                .readTree(shared.resolve("gold/" + page + ".articles.json").toFile())) {
            int number = article.get("n").asInt();
            linked.put(
                    number,
                    linker.read(PrintedLabels.article(article, blocks.getOrDefault(number, List.of())))
                            .entities());
        }
        List<String> rows = Files.readAllLines(OwnLabels.FOLDER.resolve(page + ".codes.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            int article = Integer.parseInt(cells[0]);
            Optional<LinkedEntity> found = linked.getOrDefault(article, List.of()).stream()
                    .filter(entity ->
                            stands(entity.mention(), blocks.getOrDefault(article, List.of()), lines, cells[1]))
                    .findFirst();
            add(page + " " + cells[1], cells[2], found);
        }
    }

    /** Whether the mention is the place that is labelled: it starts where that does and has its text. */
    private static boolean stands(EntityMention mention, List<PrintedBlock> blocks, List<String> lines, String spans) {
        PrintedBlock block = blocks.get(mention.block());
        int line = Integer.parseInt(spans.substring(0, spans.indexOf(':')));
        int start = Integer.parseInt(spans.substring(spans.indexOf(':') + 1, spans.indexOf('-')));
        for (int other : block.lines().subList(0, Math.max(0, block.lines().indexOf(line)))) {
            start += lines.get(other - 1).length();
        }
        return mention.type() == EntityType.PLACE
                && block.lines().contains(line)
                && mention.start() == start
                && mention.text().replaceAll("\\s", "").equals(PrintedLabels.text(lines, spans));
    }

    private void add(String place, String label, Optional<LinkedEntity> found) {
        LinkedPlace division =
                found.filter(LinkedEntity::isDivision).map(LinkedEntity::place).orElse(null);
        String given = division == null ? NONE : division.code() == null ? division.path() : division.code();
        String outcome = label.equals(NONE)
                ? given.equals(NONE) ? "rightly open" : "made up"
                : found.isEmpty() ? "not found" : given.equals(NONE) ? "open" : given.equals(label) ? "right" : "wrong";
        counts.merge(outcome, 1, Integer::sum);
        if (!outcome.startsWith("right")) {
            wrong.add(place + " " + outcome);
        }
    }

    private int count(String outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
