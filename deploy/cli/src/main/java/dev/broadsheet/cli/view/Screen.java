package dev.broadsheet.cli.view;

import java.util.List;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Help.ColorScheme;

/**
 * What the view is printed on. Red is kept for what differs from the labels; neighbouring articles have different colours, of
 * middle lightness so that they can be read on a dark and on a light ground.
 */
public final class Screen {
    private static final List<String> ARTICLES = List.of("33", "172", "35", "170", "37", "142", "99");
    private static final int LEAST_TEXT = 20;
    private static final IStyle WRONG = Style.fg("196");

    private final ColorScheme colours;
    private final int columns;

    /** `columns` is the width that lines are cut to; 0 for output that has none. */
    public Screen(Ansi ansi, int columns) {
        this.colours = Help.defaultColorScheme(ansi);
        this.columns = columns;
    }

    /** The text shortened to what a row has left behind its first `used` columns. */
    String cut(String text, int used) {
        return columns == 0 ? text : Columns.cut(text, Math.max(LEAST_TEXT, columns - used));
    }

    String wrong(String text) {
        return styled(text, Style.bold, WRONG);
    }

    String dim(String text) {
        return styled(text, Style.faint);
    }

    String article(int article, String text) {
        return styled(text, colour(article));
    }

    String headline(int article, String text) {
        return styled(text, Style.bold, colour(article));
    }

    private static IStyle colour(int article) {
        return Style.fg(ARTICLES.get((article - 1) % ARTICLES.size()));
    }

    // Not Ansi.string(): a page may hold picocli's markup.
    private String styled(String text, IStyle... styles) {
        return colours.apply(text, List.of(styles)).toString();
    }
}
