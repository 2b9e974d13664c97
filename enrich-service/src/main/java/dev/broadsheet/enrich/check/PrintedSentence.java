package dev.broadsheet.enrich.check;

import dev.broadsheet.enrich.extract.FlatText;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.Sentences;
import dev.broadsheet.enrich.extract.Span;
import java.util.ArrayList;
import java.util.List;

/** A sentence of a block with its figures in order; no two of them overlap. Positions are those of the block's flat text. */
record PrintedSentence(String text, int start, int end, List<PrintedFigure> figures) {
    PrintedSentence {
        figures = List.copyOf(figures);
    }

    /** The sentences of a block that hold figures; {@code metrics} are those of the article, {@code indexes} the block's own, in order. */
    static List<PrintedSentence> of(String block, List<MetricMention> metrics, List<Integer> indexes) {
        FlatText flat = FlatText.of(block, false);
        int[] flatStarts = flatStarts(flat, block.length());
        List<PrintedSentence> sentences = new ArrayList<>();
        int next = 0;
        for (Span span : Sentences.of(flat.text())) {
            List<PrintedFigure> figures = new ArrayList<>();
            int floor = span.start();
            for (; next < indexes.size(); next++) {
                PrintedFigure figure = figure(indexes.get(next), metrics.get(indexes.get(next)), flatStarts);
                if (figure.start() >= span.end()) {
                    break;
                }
                // A sentence of hundreds of characters is cut, perhaps inside a figure.
                if (figure.start() >= floor && figure.end() <= span.end()) {
                    figures.add(figure);
                    floor = figure.end();
                }
            }
            if (!figures.isEmpty()) {
                sentences.add(new PrintedSentence(flat.text(), span.start(), span.end(), figures));
            }
        }
        return sentences;
    }

    /** Of every position of the block, and of its end, the first flat position that stands there or behind it. */
    private static int[] flatStarts(FlatText flat, int length) {
        int[] starts = new int[length + 1];
        int at = 0;
        for (int i = 0; i <= length; i++) {
            while (at < flat.length() && flat.sourceStart(at) < i) {
                at++;
            }
            starts[i] = at;
        }
        return starts;
    }

    private static PrintedFigure figure(int index, MetricMention metric, int[] flatStarts) {
        String quote = metric.quote();
        int at = quote.startsWith(metric.rawValue()) ? 0 : Math.max(0, quote.lastIndexOf(metric.rawValue()));
        int start = metric.start() + at;
        int end = Math.min(start + metric.rawValue().length(), flatStarts.length - 1);
        return new PrintedFigure(index, metric, flatStarts[start], flatStarts[end]);
    }

    /** From the figure before this one, or the sentence's start, to this one. */
    String before(int figure) {
        return text.substring(
                figure == 0 ? start : figures.get(figure - 1).end(),
                figures.get(figure).start());
    }

    /** From this figure to the next one, or to the sentence's end. */
    String after(int figure) {
        return figure + 1 < figures.size()
                ? before(figure + 1)
                : text.substring(figures.get(figure).end(), end);
    }
}
