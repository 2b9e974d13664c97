package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of the labels of an article's figures the choices that people made: which words, and which topic. One object per article. */
final class FigureExamples {
    /** Of words that would all do, those most like the label are what the person chose. */
    private static final double LIKENESS = 4;

    private final Divisions divisions;
    private final FigureArticle article;
    private final ReadArticle read;
    private final Map<FigureMatch.Place, LabelledFigure> labels;
    private final List<ChoiceExample> byLabels;

    /** @param extractor any: what it makes of the figures counts for nothing */
    FigureExamples(Divisions divisions, Extractor extractor, FigureArticle article) {
        this.divisions = divisions;
        this.article = article;
        this.read = extractor.read(article.article());
        this.labels = FigureMatch.of(read.sentences(), article.figures());
        this.byLabels = examples(null);
    }

    /** Where what the figures before measure is what the labels say. */
    List<ChoiceExample> byLabels() {
        return byLabels;
    }

    /** Where it is what these weights make of them, with their mistakes: so it will be in use. */
    List<ChoiceExample> by(FigureWeights weights) {
        return examples(new IndicatorReader(weights));
    }

    private List<ChoiceExample> examples(@Nullable IndicatorReader own) {
        Map<FigureMatch.Place, LabelledFigure> left = new HashMap<>(labels);
        IndicatorReader told = own == null ? new IndicatorReader(FigureWeights.of(Map.of())) : own;
        List<ChoiceExample> examples = new ArrayList<>();
        Topics topics = new Topics(divisions, read.region());
        for (int i = 0; i < read.sentences().size(); i++) {
            ReadSentence sentence = read.sentences().get(i);
            List<Candidate> names = read.names().get(i);
            topics.read(sentence.sentence(), names, sentence.periods());
            for (Figure figure : sentence.figures()) {
                LabelledFigure label =
                        left.remove(new FigureMatch.Place(sentence.sentence().block(), figure.quantity()));
                IndicatorChoice choice = isShared(sentence, figure) ? null : choice(sentence, figure);
                if (label != null) {
                    add(examples, choice == null ? null : indicator(choice, label, told));
                    add(examples, subject(topics, sentence, names, figure, label));
                }
                if (own == null) {
                    told.note(label == null ? "" : label.indicator());
                } else if (choice == null) {
                    own.note(figure.metric().indicator());
                } else {
                    own.read(choice);
                }
            }
        }
        return examples;
    }

    private void add(List<ChoiceExample> examples, ChoiceExample.@Nullable Builder made) {
        if (made != null && made.hasRight()) {
            examples.add(made.build(article.page(), article.source()));
        }
    }

    /** Whether it is said of two things, which needs no choice. */
    private static boolean isShared(ReadSentence sentence, Figure figure) {
        return sentence.figures().stream()
                        .filter(other -> other.quantity().equals(figure.quantity()))
                        .count()
                > 1;
    }

    private static IndicatorChoice choice(ReadSentence sentence, Figure figure) {
        List<Quantity> quantities = sentence.quantities();
        return IndicatorChoice.of(
                sentence.sentence(),
                sentence.periods(),
                sentence.names(),
                quantities,
                quantities.indexOf(figure.quantity()),
                figure.metric().kind());
    }

    private static ChoiceExample.Builder indicator(IndicatorChoice choice, LabelledFigure label, IndicatorReader told) {
        ChoiceExample.Builder example = new ChoiceExample.Builder();
        ClueBuffer clues = new ClueBuffer();
        for (IndicatorProposal proposal : choice.proposals()) {
            String text = told.text(choice, proposal);
            if (!text.isEmpty()) {
                clues.clear();
                choice.clues().ofForm(proposal.form(), clues);
                choice.clues().of(proposal, clues);
                example.add(clues.copy(), good(text, label.indicator()));
            }
        }
        return example;
    }

    private static ChoiceExample.Builder subject(
            Topics topics, ReadSentence sentence, List<Candidate> names, Figure figure, LabelledFigure label) {
        ChoiceExample.Builder example = new ChoiceExample.Builder();
        new SubjectChoice(topics, sentence.sentence(), names, sentence.periods(), figure.quantity(), label.indicator())
                .visit(new ClueBuffer(), (text, clues) -> example.add(clues.copy(), good(text, label.subject())));
        return example;
    }

    private static double good(@Nullable String text, @Nullable String label) {
        return Math.pow(LabelledFigure.alike(text, label), LIKENESS);
    }
}
