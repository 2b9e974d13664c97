package dev.broadsheet.cli.view;

import dev.broadsheet.cli.report.SplitReader;
import dev.broadsheet.ingest.split.SplitPage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows page files as they are split, one after the other, and counts what differs from their labels. One thread. */
public final class PageViewer {
    private final SplitReader reader = new SplitReader();
    private final Screen screen;
    private final @Nullable LabelFolder folder;
    private Tally total = Tally.NONE;
    private int shown;
    private int compared;

    /** Without a folder of labels nothing is compared. */
    public PageViewer(Screen screen, @Nullable LabelFolder folder) {
        this.screen = screen;
        this.folder = folder;
    }

    /**
     * The view of a page under a title; its labels are looked for under `name`. Whole rows. Throws IOException, in words for a person,
     * where the bytes are no text or the labels cannot be used.
     */
    public String view(String title, String name, byte[] bytes) throws IOException {
        SplitReader.Split split = reader.read(bytes);
        SplitPage page = split.page();
        List<PlacedLine> lines = PlacedLine.of(page);
        Labels labels = labels(name, page, lines);
        Comparison comparison = labels == null ? null : new Comparison(page.articles(), lines, labels);
        String unlabelled = folder != null && labels == null ? "; no labels in " + folder.folder() : "";
        String view = (shown++ == 0 ? "" : "\n")
                + headline(title, split, lines.size(), unlabelled)
                + PageView.of(screen, page, lines, comparison);
        return comparison == null ? view : view + "\n" + counted(title, comparison.tally());
    }

    private static String headline(String title, SplitReader.Split split, int lines, String more) {
        SplitPage page = split.page();
        return String.format(
                Locale.ROOT,
                "%s  %s  lines: %d, articles: %d, confidence: %s%s\n",
                title,
                split.charset(),
                lines,
                page.articles().size(),
                Names.confidence(page.confidence()),
                more);
    }

    private @Nullable Labels labels(String name, SplitPage page, List<PlacedLine> lines) throws IOException {
        if (folder == null) {
            return null;
        }
        Set<Integer> placed = lines.stream().map(PlacedLine::number).collect(Collectors.toSet());
        return folder.read(name, page.lines(), placed).orElse(null);
    }

    private String counted(String title, Tally tally) {
        total = total.plus(tally);
        compared++;
        return title + ": " + tally.words() + "\n";
    }

    /** What all pages so far differ in, empty where fewer than two had labels; a whole row. */
    public String total() {
        return compared < 2 ? "" : "\nall " + compared + " pages: " + total.words() + "\n";
    }
}
