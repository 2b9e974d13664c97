package dev.broadsheet.cli;

import dev.broadsheet.cli.StoredPages.StoredPage;
import java.util.List;

/** The demo's table; a Chinese character is two columns wide on a terminal. Pure. */
final class DemoTable {
    private static final int HAN = 2;

    private DemoTable() {}

    static String of(List<StoredPage> pages) {
        int width =
                pages.stream().mapToInt(page -> columns(page.fileName())).max().orElse(4);
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

    static int columns(String text) {
        return text.codePoints()
                .map(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN ? HAN : 1)
                .sum();
    }

    private static String row(String page, int width, String... figures) {
        StringBuilder row = new StringBuilder(page).append(" ".repeat(Math.max(0, width - columns(page))));
        for (String figure : figures) {
            row.append(String.format("  %12s", figure));
        }
        return row.append('\n').toString();
    }
}
