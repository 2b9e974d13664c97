package dev.broadsheet.cli.view;

import dev.broadsheet.ingest.split.Block;
import dev.broadsheet.ingest.split.Kind;
import dev.broadsheet.ingest.split.Line;
import dev.broadsheet.ingest.split.PageHead;
import dev.broadsheet.ingest.split.Role;
import dev.broadsheet.ingest.split.Run;
import dev.broadsheet.ingest.split.SplitArticle;
import dev.broadsheet.ingest.split.SplitPage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page with the answer beside each line: `2 body+ |text` is a line of the second article that is joined to the one before it,
 * `0 section |text` one outside articles, an empty line a blank one. Read as what a splitter made of the page, or as its labels.
 */
final class MarkedPage {
    private static final double CONFIDENCE = 0.875;

    private record Marked(int number, int article, Role role, boolean joined, String text) {}

    private final List<Line> page = new ArrayList<>();
    private final List<Marked> lines = new ArrayList<>();

    private MarkedPage(String marked) {
        int offset = 0;
        for (String row : marked.lines().toList()) {
            String text = row.substring(row.indexOf('|') + 1);
            page.add(new Line(page.size() + 1, offset, text));
            offset += text.length() + 1;
            if (!row.isBlank()) {
                String[] marks = row.substring(0, row.indexOf('|')).split(" ", -1);
                boolean joined = marks[1].endsWith("+");
                Role role = Role.valueOf(marks[1].replace("+", "").toUpperCase(Locale.ROOT));
                lines.add(new Marked(page.size(), Integer.parseInt(marks[0]), role, joined, text));
            }
        }
    }

    static SplitPage split(String marked) {
        MarkedPage page = new MarkedPage(marked);
        List<SplitArticle> articles = new ArrayList<>();
        page.byArticle().forEach((number, lines) -> {
            if (number > 0) {
                articles.add(new SplitArticle(
                        lines.get(0).number(),
                        Kind.NEWS,
                        null,
                        text(lines, Role.KICKER),
                        text(lines, Role.TITLE),
                        text(lines, Role.SUBTITLE),
                        List.of(),
                        page.blocks(lines),
                        CONFIDENCE,
                        false));
            }
        });
        List<Block> furniture = page.blocks(page.byArticle().getOrDefault(0, List.of()));
        return new SplitPage(new PageHead(null, null, null), page.page, articles, furniture, CONFIDENCE);
    }

    /** News articles with the headlines that the lines have, and without credits. */
    static Labels labels(String marked) {
        MarkedPage page = new MarkedPage(marked);
        TreeMap<Integer, LineLabel> lines = new TreeMap<>();
        page.lines.forEach(line -> lines.put(line.number(), new LineLabel(line.article(), line.role(), line.joined())));
        Map<Integer, ArticleLabel> articles = new TreeMap<>();
        page.byArticle().forEach((number, own) -> {
            if (number > 0) {
                articles.put(
                        number,
                        new ArticleLabel(
                                number,
                                Kind.NEWS,
                                null,
                                text(own, Role.KICKER),
                                text(own, Role.TITLE),
                                text(own, Role.SUBTITLE),
                                List.of(),
                                false));
            }
        });
        return new Labels(lines, articles);
    }

    private Map<Integer, List<Marked>> byArticle() {
        return lines.stream().collect(Collectors.groupingBy(Marked::article, TreeMap::new, Collectors.toList()));
    }

    private static @Nullable String text(List<Marked> lines, Role role) {
        String text = lines.stream()
                .filter(line -> line.role() == role)
                .map(Marked::text)
                .collect(Collectors.joining(" "));
        return text.isEmpty() ? null : text;
    }

    private List<Block> blocks(List<Marked> lines) {
        Map<Integer, List<Marked>> blocks = new LinkedHashMap<>();
        int first = 0;
        for (Marked line : lines) {
            first = line.joined() ? first : line.number();
            blocks.computeIfAbsent(first, n -> new ArrayList<>()).add(line);
        }
        return blocks.values().stream().map(this::block).toList();
    }

    private Block block(List<Marked> lines) {
        StringBuilder text = new StringBuilder();
        List<Run> runs = new ArrayList<>();
        for (Marked line : lines) {
            int offset = page.get(line.number() - 1).offset();
            runs.add(new Run(text.length(), offset, line.text().length()));
            text.append(line.text());
        }
        return new Block(
                lines.get(0).role(),
                text.toString(),
                lines.stream().map(Marked::number).toList(),
                runs);
    }
}
