package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes of the labels of an article's figures the choices that people made: which words, and which topic. Any thread. */
final class FigureExamples {
    /** There are more written articles than printed ones, and printed ones are what shall be read. */
    private static final double PRINTED = 3;
    /** Of words that would all do, those most like the label are what the person chose. */
    private static final double LIKENESS = 4;

    private final Divisions divisions;
    private final Extractor extractor;

    FigureExamples(Divisions divisions) {
        this.divisions = divisions;
        this.extractor = Extractor.with(divisions, FigureWeights.of(Map.of()));
    }

    List<ChoiceExample> of(FigureArticle article) {
        ReadArticle read = extractor.read(article.article());
        Map<FigureMatch.Place, LabelledFigure> labels = FigureMatch.of(read.sentences(), article.figures());
        List<ChoiceExample> examples = new ArrayList<>();
        double weight = article.printed() ? PRINTED : 1;
        Topics topics = new Topics(divisions, read.region());
        String last = "";
        String secondLast = "";
        for (int i = 0; i < read.sentences().size(); i++) {
            ReadSentence sentence = read.sentences().get(i);
            topics.read(sentence.sentence(), read.names().get(i), sentence.periods());
            for (Figure figure : sentence.figures()) {
                LabelledFigure label =
                        labels.remove(new FigureMatch.Place(sentence.sentence().block(), figure.quantity()));
                if (label != null) {
                    add(examples, article, weight, indicator(sentence, figure, label, last, secondLast));
                    add(
                            examples,
                            article,
                            weight,
                            subject(topics, sentence, read.names().get(i), figure, label));
                    secondLast = last;
                    last = label.indicator();
                }
            }
        }
        return examples;
    }

    private static void add(
            List<ChoiceExample> examples, FigureArticle article, double weight, ChoiceExample.@Nullable Builder made) {
        if (made != null && made.hasRight()) {
            examples.add(made.build(article.page(), weight));
        }
    }

    /** Null where one figure is said of two things, which needs no choice. */
    private static ChoiceExample.@Nullable Builder indicator(
            ReadSentence sentence, Figure figure, LabelledFigure label, String last, String secondLast) {
        List<Quantity> quantities = new ArrayList<>();
        int same = 0;
        for (Figure other : sentence.figures()) {
            same += other.quantity().equals(figure.quantity()) ? 1 : 0;
            if (quantities.isEmpty() || !quantities.get(quantities.size() - 1).equals(other.quantity())) {
                quantities.add(other.quantity());
            }
        }
        if (same > 1) {
            return null;
        }
        IndicatorChoice choice = IndicatorChoice.of(
                sentence.sentence(),
                sentence.periods(),
                sentence.names(),
                quantities,
                quantities.indexOf(figure.quantity()),
                figure.metric().kind());
        ChoiceExample.Builder example = new ChoiceExample.Builder();
        ClueBuffer clues = new ClueBuffer();
        for (IndicatorProposal proposal : choice.proposals()) {
            String text = choice.text(proposal, last, secondLast);
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
