package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Keeps the figures of QUALITY.md from falling, where the labelled pages are at hand (-Dbroadsheet.shared=DIR). */
@EnabledIfSystemProperty(named = "broadsheet.shared", matches = ".+")
class LabelledPagesTest {
    private static final double ARTICLES_FLOOR = 0.95;
    private static final double ROLES_FLOOR = 0.97;
    private final Path shared = Path.of(System.getProperty("broadsheet.shared", ""));
    private final PageSplitter splitter = new PageSplitter();

    @Test
    void articles_and_roles_stay_above_their_floors() throws IOException {
        Counts counts = new Counts();
        try (var files = Files.list(shared.resolve("pages"))) {
            for (Path file : files.sorted().toList()) {
                count(file, counts);
            }
        }
        double f1 = 2.0 * counts.exact / (counts.articles + counts.labelled);
        assertThat(f1).as("articles with exactly the right lines").isGreaterThanOrEqualTo(ARTICLES_FLOOR);
        assertThat((double) counts.roles / counts.lines).as("roles of lines").isGreaterThanOrEqualTo(ROLES_FLOOR);
    }

    private static final class Counts {
        private int exact;
        private int articles;
        private int labelled;
        private int roles;
        private int lines;
    }

    private void count(Path file, Counts counts) throws IOException {
        String name = file.getFileName().toString().replace(".txt", "");
        Map<Integer, String> roles = new HashMap<>();
        Map<String, Set<Integer>> articles = new HashMap<>();
        List<String> rows = Files.readAllLines(shared.resolve("gold").resolve(name + ".lines.tsv"));
        for (String row : rows.subList(1, rows.size())) {
            List<String> cells = List.of(row.split("\t", -1));
            int line = Integer.parseInt(cells.get(0));
            roles.put(line, cells.get(2).toUpperCase(Locale.ROOT));
            if (!cells.get(1).equals("0")) {
                articles.computeIfAbsent(cells.get(1), n -> new HashSet<>()).add(line);
            }
        }
        SplitPage page = splitter.split(Files.readString(file));
        Set<Set<Integer>> wanted = new HashSet<>(articles.values());
        for (SplitArticle article : page.articles()) {
            Set<Integer> own = new HashSet<>();
            article.blocks().forEach(block -> own.addAll(block.lines()));
            counts.exact += wanted.contains(own) ? 1 : 0;
            article.blocks().forEach(block -> countRoles(block, roles, counts));
        }
        page.furniture().forEach(block -> countRoles(block, roles, counts));
        counts.articles += page.articles().size();
        counts.labelled += articles.size();
        counts.lines += roles.size();
    }

    private static void countRoles(Block block, Map<Integer, String> roles, Counts counts) {
        for (int line : block.lines()) {
            counts.roles += block.role().name().equals(roles.get(line)) ? 1 : 0;
        }
    }
}
