package dev.broadsheet.cli.view;

import dev.broadsheet.ingest.split.Block;
import dev.broadsheet.ingest.split.Line;
import dev.broadsheet.ingest.split.Role;
import dev.broadsheet.ingest.split.Run;
import dev.broadsheet.ingest.split.SplitArticle;
import dev.broadsheet.ingest.split.SplitPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What the splitter made of a page line: `number` counts from 1, `article` too and is 0 outside articles, `joined` says that the line
 * goes on an earlier line's block. `text` is what the block holds of the line, all but white space at its ends as a rule.
 */
record PlacedLine(int number, int article, Role role, boolean joined, String text) {

    /** By number; a line whose text several blocks share is there once for each. Blank lines are in no block. */
    static List<PlacedLine> of(SplitPage page) {
        List<PlacedLine> placed = new ArrayList<>();
        List<SplitArticle> articles = page.articles();
        for (int i = 0; i < articles.size(); i++) {
            for (Block block : articles.get(i).blocks()) {
                add(page, i + 1, block, placed);
            }
        }
        page.furniture().forEach(block -> add(page, 0, block, placed));
        placed.sort(Comparator.comparingInt(PlacedLine::number));
        return placed;
    }

    private static void add(SplitPage page, int article, Block block, List<PlacedLine> placed) {
        int first = block.lines().get(0);
        for (int number : block.lines()) {
            String text = part(page.lines().get(number - 1), block.runs());
            placed.add(new PlacedLine(number, article, block.role(), number > first, text));
        }
    }

    private static String part(Line line, List<Run> runs) {
        int start = line.text().length();
        int end = 0;
        for (Run run : runs) {
            int offset = run.pageOffset() - line.offset();
            if (offset >= 0 && offset < line.text().length()) {
                start = Math.min(start, offset);
                end = Math.max(end, offset + run.length());
            }
        }
        return line.text().substring(start, end);
    }
}
