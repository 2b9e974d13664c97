package dev.broadsheet.enrich.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A block of a labelled page, rejoined as the line labels say. */
record PrintedBlock(String role, StringBuilder text, List<Integer> lines) {

    /** The blocks of each article by its number, in page order; 0 is what stands outside articles. */
    static SortedMap<Integer, List<PrintedBlock>> read(Path page, Path labels) throws IOException {
        List<String> lines = Files.readString(page).lines().toList();
        SortedMap<Integer, List<PrintedBlock>> articles = new TreeMap<>();
        for (String row : Files.readAllLines(labels).stream().skip(1).toList()) {
            String[] cells = row.split("\t", -1);
            int line = Integer.parseInt(cells[0]);
            int article = Integer.parseInt(cells[1]);
            List<PrintedBlock> blocks = articles.computeIfAbsent(article, n -> new ArrayList<>());
            PrintedBlock block = article != 0 && cells[3].equals("1") ? last(blocks, cells[2]) : null;
            if (block == null) {
                block = new PrintedBlock(cells[2], new StringBuilder(), new ArrayList<>());
                blocks.add(block);
            }
            block.text().append(lines.get(line - 1));
            block.lines().add(line);
        }
        return articles;
    }

    private static @Nullable PrintedBlock last(List<PrintedBlock> blocks, String role) {
        for (int i = blocks.size() - 1; i >= 0; i--) {
            if (blocks.get(i).role().equals(role)) {
                return blocks.get(i);
            }
        }
        return null;
    }

    SourceBlock source() {
        return new SourceBlock(role.toUpperCase(Locale.ROOT), text.toString());
    }
}
