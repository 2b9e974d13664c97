package dev.broadsheet.enrich.extract;

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
        List<Quantity> quantities =
                read.figures().stream().map(Figure::quantity).distinct().toList();
        return read.figures().stream()
                .map(figure -> figure.metric().about(subject(read, names, quantities, figure)))
                .toList();
    }

    private @Nullable String subject(
            ReadSentence read, List<Candidate> names, List<Quantity> quantities, Figure figure) {
        int index = quantities.indexOf(figure.quantity());
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
