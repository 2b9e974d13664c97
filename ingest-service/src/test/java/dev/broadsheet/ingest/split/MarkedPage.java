package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A page with the answer beside each line: `2 BODY+ |text` is a line of the second article that goes on a paragraph, `- FURNITURE |text`
 * one outside articles, an empty line an additional blank line. The page has a blank line between any two lines.
 */
final class MarkedPage {
    private MarkedPage() {}

    /** The page without marks. */
    static String page(String marked) {
        List<String> lines = new ArrayList<>();
        marked.lines().forEach(line -> lines.add(line.substring(line.indexOf('|') + 1)));
        return String.join("\n\n", lines) + "\n";
    }

    /** The marks without the additional blank lines. */
    static String answer(String marked) {
        return String.join("\n", marked.lines().filter(line -> !line.isBlank()).toList());
    }

    /** What the splitter made of the page, in the same notation. */
    static String render(SplitPage page) {
        TreeMap<Integer, String> marks = new TreeMap<>();
        for (int i = 0; i < page.articles().size(); i++) {
            for (Block block : page.articles().get(i).blocks()) {
                mark(String.valueOf(i + 1), block, marks);
            }
        }
        page.furniture().forEach(block -> mark("-", block, marks));
        List<String> lines = new ArrayList<>();
        marks.forEach((number, mark) ->
                lines.add(mark + " |" + page.lines().get(number - 1).text()));
        return String.join("\n", lines);
    }

    private static void mark(String article, Block block, Map<Integer, String> marks) {
        List<Integer> lines =
                block.lines().stream().sorted(Comparator.naturalOrder()).toList();
        for (int k = 0; k < lines.size(); k++) {
            marks.put(lines.get(k), article + " " + block.role() + (k > 0 ? "+" : ""));
        }
    }
}
