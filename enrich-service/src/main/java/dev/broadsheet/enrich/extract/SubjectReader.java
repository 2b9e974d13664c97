package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Picks what each figure of an article is about. One object per article, told its sentences in reading order. */
final class SubjectReader {
    private final FigureWeights weights;
    private final Topics topics;
    private final ClueBuffer clues = new ClueBuffer();
    private @Nullable String best;
    private int most;

    SubjectReader(FigureWeights weights, Topics topics) {
        this.weights = weights;
        this.topics = topics;
    }

    /** The metrics of a sentence with their subjects. */
    List<MetricMention> read(ReadSentence read, List<Candidate> names) {
        topics.read(read.sentence(), names, read.periods());
        if (read.figures().isEmpty()) {
            return List.of();
        }
        List<Quantity> quantities = read.quantities();
        List<MetricMention> metrics = new ArrayList<>();
        int index = 0;
        for (Figure figure : read.figures()) {
            index += quantities.get(index).start() < figure.quantity().start() ? 1 : 0;
            metrics.add(figure.metric().about(subject(read, names, quantities, index, figure)));
        }
        return metrics;
    }

    private @Nullable String subject(
            ReadSentence read, List<Candidate> names, List<Quantity> quantities, int index, Figure figure) {
        FigureList list = FigureList.of(read.sentence(), read.periods(), names, quantities, index);
        String own = list == null ? null : list.named();
        return own == null ? subject(read, names, figure) : own;
    }

    private @Nullable String subject(ReadSentence read, List<Candidate> names, Figure figure) {
        most = Integer.MIN_VALUE;
        new SubjectChoice(
                        topics,
                        read.sentence(),
                        names,
                        read.periods(),
                        figure.quantity(),
                        figure.metric().indicator())
                .visit(clues, (text, seen) -> {
                    int score = weights.sum(seen);
                    if (score > most) {
                        most = score;
                        best = text;
                    }
                });
        return best;
    }
}
