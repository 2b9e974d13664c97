package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is seen of a proposal for the last figure of a text. */
final class ProposalClues {
    private static final Extractor UNTAUGHT = Extractor.with(Divisions.load(), FigureWeights.of(Map.of()));

    private ProposalClues() {}

    /**
     * As the model's file writes them.
     *
     * @param words that the proposal has of its own; empty where it has none
     */
    static List<String> of(String text, IndicatorForm form, String words) {
        IndicatorChoice choice = choice(text);
        IndicatorProposal proposal = choice.proposals().stream()
                .filter(some -> some.form() == form
                        && text.substring(some.words().start(), some.words().end())
                                .equals(words))
                .findFirst()
                .orElseThrow();
        ClueBuffer clues = new ClueBuffer();
        choice.clues().of(proposal, clues);
        return IntStream.range(0, clues.size())
                .mapToObj(i -> FigureClue.name(clues.get(i)))
                .toList();
    }

    /** Of the last figure of a text's first sentence. */
    static IndicatorChoice choice(String text) {
        ReadSentence read = UNTAUGHT.read(Extractors.article(null, List.of(), text))
                .sentences()
                .get(0);
        List<Quantity> figures = read.figures().stream().map(Figure::quantity).toList();
        int last = figures.size() - 1;
        return IndicatorChoice.of(
                read.sentence(),
                read.periods(),
                read.names(),
                figures,
                last,
                read.figures().get(last).metric().kind());
    }
}
