package dev.broadsheet.cli;

import dev.broadsheet.cli.StoredPages.StoredPage;
import dev.broadsheet.cli.view.Columns;
import java.util.List;

/** The demo's table, its columns under each other on a terminal. Pure. */
final class DemoTable {
    private DemoTable() {}

    static String of(List<StoredPage> pages) {
        int width = pages.stream()
                .mapToInt(page -> Columns.of(page.fileName()))
                .max()
                .orElse(4);
        StringBuilder table = new StringBuilder(row("page", width, "articles", "entities", "metrics", "ms to stored"));
        for (StoredPage page : pages) {
            table.append(row(
                    page.fileName(),
                    width,
                    Integer.toString(page.articles()),
                    Integer.toString(page.entities()),
                    Integer.toString(page.metrics()),
                    Long.toString(page.millis())));
        }
        return table.toString();
    }

    private static String row(String page, int width, String... figures) {
        StringBuilder row = new StringBuilder(page).append(" ".repeat(Math.max(0, width - Columns.of(page))));
        for (String figure : figures) {
            row.append(String.format("  %12s", figure));
        }
        return row.append('\n').toString();
    }
}
