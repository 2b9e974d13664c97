package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;

/** What can be seen of a wording as a whole: what it is made of, and what of its clause it leaves out. One object per figure. */
final class WordingClues {
    private static final int FARTHEST = 12;
    private static final int MOST_NOUNS = 3;
    private static final int MOST_VERBS = 2;

    private final Sentence sentence;
    private final Quantity figure;
    private final char unit;
    private final int clause;

    /** @param clause where the clause of the figure begins */
    WordingClues(Sentence sentence, Quantity figure, int clause) {
        this.sentence = sentence;
        this.figure = figure;
        this.unit = figure.unit().sort();
        this.clause = clause;
    }

    /** Of a proposal that has words of its own. */
    void of(IndicatorProposal proposal, ClueBuffer out) {
        char f = proposal.form().code();
        characters(proposal, f, out);
        Span words = proposal.words();
        int first = sentence.tokenAt(words.start());
        int last = sentence.tokenAt(words.end() - 1);
        if (words.end() <= figure.start()) {
            before(first, f, out);
            skipped(last, out);
        } else {
            behind(last, f, out);
        }
    }

    /** Alone and two by two, and the last ones with the unit. */
    private void characters(IndicatorProposal proposal, char f, ClueBuffer out) {
        int length = proposal.text().isEmpty()
                ? length(proposal.lead()) + length(proposal.words())
                : proposal.text().length();
        char previous = 0;
        char last = 0;
        for (int i = 0; i < length; i++) {
            previous = last;
            last = at(proposal, i);
            out.add(FigureClue.CHARACTER.of(last));
            if (i > 0) {
                out.add(FigureClue.PAIR.of(previous, last));
            }
        }
        out.add(FigureClue.UNIT_END.of(0, unit, last));
        out.add(FigureClue.UNIT_END.of(f, unit, last));
        out.add(FigureClue.UNIT_PAIR.of(unit, previous, last));
    }

    private char at(IndicatorProposal proposal, int index) {
        if (!proposal.text().isEmpty()) {
            return proposal.text().charAt(index);
        }
        int lead = length(proposal.lead());
        return sentence.at(
                index < lead
                        ? proposal.lead().start() + index
                        : proposal.words().start() + index - lead);
    }

    private static int length(Span span) {
        return span.end() - span.start();
    }

    /** What stands between the clause's beginning and the wording. */
    private void before(int first, char f, ClueBuffer out) {
        int nouns = 0;
        int verbs = 0;
        for (int i = Math.max(sentence.tokenAt(clause), first - FARTHEST); i < first; i++) {
            char tag = sentence.tag(i);
            nouns += WordTag.isNoun(tag) ? 1 : 0;
            verbs += tag == 'v' ? 1 : 0;
            out.add(FigureClue.LEFT_OUT_TAG.of(f, tag));
            out.add(FigureClue.LEFT_OUT_WORD.of(0, sentence.token(i)));
        }
        out.add(FigureClue.LEFT_OUT.of(f, Math.min(MOST_NOUNS, nouns), Math.min(MOST_VERBS, verbs)));
    }

    /** What stands between the wording and the figure. */
    private void skipped(int last, ClueBuffer out) {
        int to = Math.min(sentence.tokenAt(figure.start()), last + 1 + FARTHEST);
        for (int i = last + 1; i < to; i++) {
            out.add(FigureClue.SKIPPED_TAG.of(sentence.tag(i)));
            out.add(FigureClue.SKIPPED_WORD.of(0, sentence.token(i)));
        }
    }

    /** What still follows in the clause. */
    private void behind(int last, char f, ClueBuffer out) {
        int nouns = 0;
        int verbs = 0;
        for (int i = last + 1; i < last + FARTHEST; i++) {
            Token word = sentence.token(i);
            char mark = word == null ? 0 : sentence.at(word.start());
            if (FigureClause.endsAt(mark) || mark == '、') {
                break;
            }
            char tag = sentence.tag(i);
            nouns += WordTag.isNoun(tag) ? 1 : 0;
            verbs += tag == 'v' ? 1 : 0;
        }
        out.add(FigureClue.LEFT_OUT.of(f, Math.min(MOST_NOUNS, nouns), Math.min(MOST_VERBS, verbs)));
    }
}
