package dev.broadsheet.cli.view;

import dev.broadsheet.ingest.split.SplitArticle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * In what a split differs from the page's labels, in words. Articles are named by their number in the split, and by their title where
 * they are missing there. Lines without a label are not compared. Immutable once made.
 */
final class Comparison {
    private final Labels labels;
    private final Map<Integer, Integer> alignment;
    private final Map<Integer, LineDifference> lines = new HashMap<>();
    private final Map<Integer, List<String>> fields = new HashMap<>();
    private final Map<Integer, ArticleLabel> missing = new TreeMap<>();
    private final int extra;

    /** `placed` are the lines of the page that was split into `articles`. */
    Comparison(List<SplitArticle> articles, List<PlacedLine> placed, Labels labels) {
        this.labels = labels;
        Map<Integer, PlacedLine> byNumber = new HashMap<>();
        placed.forEach(line -> byNumber.putIfAbsent(line.number(), line));
        this.alignment = Alignment.of(labels.lines(), byNumber);
        this.extra = articles.size() - alignment.size();
        byNumber.forEach(this::compare);
        labels.articles().values().forEach(label -> compare(label, articles));
    }

    private void compare(int number, PlacedLine got) {
        LineLabel wanted = labels.lines().get(number);
        if (wanted != null) {
            LineDifference difference =
                    LineDifference.of(wanted, inSplit(wanted.article()), name(wanted.article()), got);
            if (!difference.isNone()) {
                lines.put(number, difference);
            }
        }
    }

    private void compare(ArticleLabel wanted, List<SplitArticle> articles) {
        Integer article = alignment.get(wanted.n());
        if (article == null) {
            missing.put(labels.firstLine(wanted.n()), wanted);
        } else {
            fields.put(article, ArticleDifferences.of(wanted, articles.get(article - 1)));
        }
    }

    private int inSplit(int labelled) {
        return labelled == 0 ? 0 : alignment.getOrDefault(labelled, -1);
    }

    private String name(int labelled) {
        int article = inSplit(labelled);
        ArticleLabel label = labels.articles().get(labelled);
        return article >= 0 || label == null
                ? LineDifference.articleName(article)
                : "the missing article " + Names.quoted(label.title());
    }

    /** What differs on a line of the page, null where nothing does. */
    @Nullable
    String ofLine(int number) {
        LineDifference difference = lines.get(number);
        return difference == null ? null : difference.words();
    }

    /** What differs in the fields of an article of the split. */
    List<String> ofArticle(int article) {
        return fields.getOrDefault(article, List.of("the labels have no such article"));
    }

    /** The article of the labels that should begin on the line, where the split lacks it. */
    @Nullable
    String missingAt(int number) {
        ArticleLabel label = missing.get(number);
        return label == null ? null : "missing article: " + Names.quoted(label.title()) + ", " + Names.of(label.kind());
    }

    Tally tally() {
        return new Tally(
                labels.lines().size(),
                lines.size(),
                count(LineDifference::article),
                count(LineDifference::role),
                count(LineDifference::join),
                fields.values().stream().mapToInt(List::size).sum(),
                missing.size(),
                extra);
    }

    private int count(Predicate<LineDifference> which) {
        return (int) lines.values().stream().filter(which).count();
    }
}
