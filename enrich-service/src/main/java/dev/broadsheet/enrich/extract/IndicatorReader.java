package dev.broadsheet.enrich.extract;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Picks what each figure of an article measures, from all that the words around it and the figures before it propose. One object per
 * article, asked in reading order.
 */
final class IndicatorReader {
    /** @param quote the stretch that holds indicator and figure */
    record Indicator(String text, Span quote) {}

    private static final int LONGEST_EACH = 10;
    private static final String EACH_SCALE = "十百千万";
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final FigureWeights weights;
    private final ClueBuffer clues = new ClueBuffer();
    private final int[] ofForms = new int[IndicatorForm.values().length];
    /** By the end of the words. */
    private final Map<Integer, Integer> around = new HashMap<>();

    private final LikelyText likely = new LikelyText();
    private final RecentIndicators recent = new RecentIndicators();

    IndicatorReader(FigureWeights weights) {
        this.weights = weights;
    }

    /** The next figure of the article. */
    Indicator read(IndicatorChoice choice) {
        Sentence sentence = choice.sentence();
        IndicatorProposal best = best(choice);
        int each = best.form() == IndicatorForm.BEFORE
                ? each(sentence, best.words().start())
                : -1;
        String text =
                (each < 0 ? "" : sentence.text().substring(each, best.words().start())) + text(choice, best);
        if (choice.kind() != MetricKind.SHARE || !FigureWords.isPlan(text)) {
            note(text);
        }
        Span quote = best.quote(choice.figure());
        return new Indicator(text, each < 0 ? quote : new Span(each, quote.end()));
    }

    /** Where 每万人 or 每千名老人 begins that ends right before an indicator and is part of what it says; -1 where none does. */
    private static int each(Sentence sentence, int end) {
        int at = end;
        while (at > sentence.start() && end - at < LONGEST_EACH && !Sentences.isClauseEnd(sentence.at(at - 1))) {
            at--;
            if (sentence.at(at) == '每') {
                return EACH_SCALE.indexOf(sentence.at(at + 1)) >= 0 && at + 2 != end ? at : -1;
            }
        }
        return -1;
    }

    /** The words of a proposal for the next figure; empty where it is that of a figure before, and there is none. */
    String text(IndicatorChoice choice, IndicatorProposal proposal) {
        return choice.text(proposal, recent);
    }

    /** The indicator of a figure that was told in another way. */
    void note(String indicator) {
        if (!indicator.isEmpty()) {
            recent.add(indicator);
        }
    }

    private IndicatorProposal best(IndicatorChoice choice) {
        Arrays.fill(ofForms, UNKNOWN);
        around.clear();
        likely.clear();
        List<IndicatorProposal> proposals = choice.proposals();
        for (int i = 0; i < proposals.size(); i++) {
            IndicatorProposal proposal = proposals.get(i);
            int score = ofForm(choice, proposal.form()) + score(choice, proposal);
            String text = likely.wants(score) ? text(choice, proposal) : "";
            if (!text.isEmpty()) {
                likely.add(text, score, i);
            }
        }
        return proposals.get(Math.max(0, likely.best()));
    }

    private int score(IndicatorChoice choice, IndicatorProposal proposal) {
        clues.clear();
        if (proposal.form() == IndicatorForm.AROUND) {
            choice.clues().withoutWords(proposal, clues);
            return weights.sum(clues) + ofWords(choice, proposal.words());
        }
        choice.clues().of(proposal, clues);
        return weights.sum(clues);
    }

    /** Summed once for all that leads to the same words behind the figure. */
    private int ofWords(IndicatorChoice choice, Span words) {
        Integer known = around.get(words.end());
        if (known != null) {
            return known;
        }
        clues.clear();
        choice.clues().ofWords(words, clues);
        int sum = weights.sum(clues);
        around.put(words.end(), sum);
        return sum;
    }

    /** Summed once for all proposals of the form. */
    @SuppressWarnings("EnumOrdinal") // an index into an array of this run
    private int ofForm(IndicatorChoice choice, IndicatorForm form) {
        int at = form.ordinal();
        if (ofForms[at] == UNKNOWN) {
            clues.clear();
            choice.clues().ofForm(form, clues);
            ofForms[at] = weights.sum(clues);
        }
        return ofForms[at];
    }
}
