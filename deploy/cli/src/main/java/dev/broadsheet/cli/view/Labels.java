package dev.broadsheet.cli.view;

import java.util.Map;
import java.util.SortedMap;

/** The labels of one page: its lines by number, its articles by their number in the labels. Every article has a line. */
record Labels(SortedMap<Integer, LineLabel> lines, Map<Integer, ArticleLabel> articles) {

    /** The first line of an article of the labels. */
    int firstLine(int article) {
        return lines.entrySet().stream()
                .filter(line -> line.getValue().article() == article)
                .findFirst()
                .orElseThrow()
                .getKey();
    }
}
