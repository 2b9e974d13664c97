package dev.broadsheet.enrich.extract;

import java.util.List;

/** 出口额及进口额均增长6%: one figure said of two things is two metrics. Stateless. */
final class SharedGrowth {
    private SharedGrowth() {}

    /**
     * The two things; empty where the figure is said of one.
     *
     * @param gap from the figure before, or the start of the sentence, to the figure
     */
    static List<Span> things(Sentence sentence, List<Span> periods, List<Candidate> names, Span gap) {
        int from = Math.max(
                FigureClause.start(sentence, gap.start(), gap.end()), sentence.lastIndexOf('、', gap.end() - 1) + 1);
        int end = FigureWords.withoutTail(sentence.text(), from, gap.end());
        String phrase = sentence.text().substring(from, gap.end());
        if (phrase.indexOf('均') < 0 && phrase.indexOf('都') < 0) {
            return List.of();
        }
        int start = ClauseLead.skip(sentence, periods, names, from, end);
        for (int i = start + 1; i < end - 1; i++) {
            if ("及和与".indexOf(sentence.at(i)) >= 0) {
                int first = sentence.text().startsWith("以及", i - 1) ? i - 1 : i;
                return List.of(new Span(start, first), new Span(i + 1, end));
            }
        }
        return List.of();
    }
}
