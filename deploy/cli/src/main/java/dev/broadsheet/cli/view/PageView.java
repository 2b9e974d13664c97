package dev.broadsheet.cli.view;

import dev.broadsheet.ingest.split.Role;
import dev.broadsheet.ingest.split.SplitArticle;
import dev.broadsheet.ingest.split.SplitPage;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a split page as a person checks it: a head for each article where it starts, and a row for each line that is not blank, with
 * the line's number, article, role, the article's confidence, `+` where it is joined to an earlier line, and the text. What differs
 * from the labels has a `!` in front; lines that follow each other with the same difference say it once. One page, one thread.
 */
final class PageView {
    private static final String MARK = "! ";
    private static final String NO_MARK = " ".repeat(MARK.length());
    private static final String INDENT = " ".repeat(11);

    private final Screen screen;
    private final SplitPage page;
    private final @Nullable Comparison comparison;
    private final StringBuilder out = new StringBuilder();
    private final BitSet started = new BitSet();
    private String said = "";
    private int last;

    private PageView(Screen screen, SplitPage page, @Nullable Comparison comparison) {
        this.screen = screen;
        this.page = page;
        this.comparison = comparison;
    }

    /** `lines` are the page's. Each row of the result ends with a line feed. */
    static String of(Screen screen, SplitPage page, List<PlacedLine> lines, @Nullable Comparison comparison) {
        PageView view = new PageView(screen, page, comparison);
        lines.forEach(view::line);
        return view.out.toString();
    }

    private void line(PlacedLine line) {
        // A line that several blocks share is compared with the first of them.
        Comparison compared = line.number() == last ? null : comparison;
        last = line.number();
        String missing = compared == null ? null : compared.missingAt(line.number());
        if (missing != null) {
            startGroup();
            wrong(missing);
        }
        if (line.article() > 0 && !started.get(line.article())) {
            started.set(line.article());
            startGroup();
            head(line.article(), page.articles().get(line.article() - 1));
        }
        row(line, compared == null ? null : compared.ofLine(line.number()));
    }

    private void startGroup() {
        out.append('\n');
        said = "";
    }

    private void head(int number, SplitArticle article) {
        String head = String.format(
                "Article %d  %s  %s%s  %s",
                number,
                Names.of(article.kind()),
                Names.confidence(article.confidence()),
                article.incomplete() ? "  incomplete" : "",
                article.title() == null ? "without title" : article.title());
        row(screen.headline(number, Columns.visible(head)));
        if (!article.bylines().isEmpty()) {
            row(screen.article(number, NO_MARK + INDENT + Columns.visible(Names.of(article.bylines()))));
        }
        if (comparison != null) {
            comparison.ofArticle(number).forEach(this::wrong);
        }
    }

    private void row(PlacedLine line, @Nullable String difference) {
        String mark = difference == null ? NO_MARK : screen.wrong(MARK);
        row(mark + text(line));
        if (difference != null && !difference.equals(said)) {
            wrong(difference);
        }
        said = difference == null ? "" : difference;
    }

    private String text(PlacedLine line) {
        String place = String.format(
                "%4d %3s  %-9s  %4s %s ",
                line.number(),
                line.article() == 0 ? "-" : line.article(),
                Names.of(line.role()),
                line.article() == 0
                        ? ""
                        : Names.confidence(
                                page.articles().get(line.article() - 1).confidence()),
                line.joined() ? "+" : " ");
        String text = place + screen.cut(Columns.visible(line.text()), MARK.length() + place.length());
        if (line.article() == 0) {
            return screen.dim(text);
        }
        return line.role() == Role.TITLE ? screen.headline(line.article(), text) : screen.article(line.article(), text);
    }

    private void wrong(String what) {
        what.lines().forEach(row -> row(screen.wrong(MARK + INDENT + Columns.visible(row))));
    }

    private void row(String text) {
        out.append(text).append('\n');
    }
}
