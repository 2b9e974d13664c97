package dev.broadsheet.cli.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A difference for a person: a line for the page, and under it a line for each thing, + gained, - lost, ~ changed. */
public final class DifferenceText {
    private DifferenceText() {}

    public static List<String> lines(PageDifference page) {
        List<String> lines = new ArrayList<>();
        String name = page.pageId() + " (" + page.fileName() + "): ";
        if (page.failure() != null) {
            lines.add(name + "would be a dead letter: " + page.failure());
            return lines;
        }
        PageDifference.Articles articles = page.articles();
        lines.add(name + "articles +" + articles.added().size() + " ~"
                + articles.changed().size() + " -"
                + articles.gone().size() + ", entities +"
                + page.entities().gained().size() + " -"
                + page.entities().lost().size() + ", metrics +"
                + page.metrics().gained().size() + " -" + page.metrics().lost().size()
                + (page.record() ? ", the page's own record changes" : ""));
        articles.added().forEach(article -> lines.add("  + article " + titled(article.articleId(), article.title())));
        articles.changed()
                .forEach(article -> lines.add("  ~ article " + titled(article.articleId(), article.title()) + ": "
                        + String.join(", ", article.what())));
        articles.gone().forEach(article -> lines.add("  - article " + titled(article.articleId(), article.title())));
        page.entities().gained().forEach(found -> lines.add("  + " + text(found)));
        page.entities().lost().forEach(found -> lines.add("  - " + text(found)));
        page.metrics().gained().forEach(figure -> lines.add("  + " + text(figure)));
        page.metrics().lost().forEach(figure -> lines.add("  - " + text(figure)));
        return lines;
    }

    /** The end of the id is the article's first line on the page, which tells it from the others. */
    private static String titled(String articleId, @Nullable String title) {
        return "at line " + articleId.substring(articleId.lastIndexOf('-') + 1)
                + (title == null ? "" : " 「" + title + "」");
    }

    private static String text(FoundName name) {
        return "entity " + name.type() + " " + name.text();
    }

    private static String text(FoundFigure figure) {
        return "metric " + (figure.subject() == null ? "" : figure.subject() + " ") + figure.indicator() + " = "
                + figure.value() + " " + figure.unit() + " " + figure.status()
                + (figure.period() == null ? "" : " " + figure.period()) + " (" + figure.quote() + ")";
    }
}
