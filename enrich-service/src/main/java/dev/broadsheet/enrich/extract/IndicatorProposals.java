package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds all words around one figure that may say what it measures. One object per figure. */
final class IndicatorProposals {
    private static final int MOST_WORDS = 12;
    private static final int LONGEST = 26;
    private static final int FARTHEST = 24;
    private static final int MOST_CUTS = 5;
    private static final int MOST_LEADS = 3;
    private static final int MOST_AROUND = 5;
    private static final int MOST_LAST_BEFORE = 4;
    /** Characters of a noun and of a noun with one before it. */
    private static final List<Integer> LENT = List.of(2, 4);

    private final Sentence sentence;
    private final List<Span> periods;
    private final IndicatorStart starts;
    private final Quantity figure;
    private final int clause;
    private final int beforeEnd;
    private final int limit;
    private final List<IndicatorProposal> found = new ArrayList<>();

    /**
     * @param floor where the words before the figure begin at the earliest: see {@link FigureClause#floor}
     * @param ceiling where the next figure begins, or the sentence ends
     */
    IndicatorProposals(
            Sentence sentence, List<Span> periods, List<Candidate> names, Quantity figure, int floor, int ceiling) {
        this.sentence = sentence;
        this.periods = periods;
        this.figure = figure;
        this.clause = FigureClause.start(sentence, floor, figure.start());
        this.starts = new IndicatorStart(sentence, periods, names, clause);
        this.beforeEnd = wholeWord(sentence, FigureWords.withoutTail(sentence.text(), clause, figure.start()), figure);
        int end = figure.end();
        while (end < ceiling && !FigureClause.endsAt(sentence.at(end)) && end - figure.end() < FARTHEST) {
            end++;
        }
        this.limit = end;
    }

    /** 违法行为 has no 为 to lose, and 平均 goes whole. */
    private static int wholeWord(Sentence sentence, int end, Quantity figure) {
        Token word = sentence.token(sentence.tokenAt(end));
        if (word == null || word.start() >= end) {
            return end;
        }
        return WordTag.isNoun(WordTag.of(word)) ? Math.min(word.end(), figure.start()) : word.start();
    }

    int clause() {
        return clause;
    }

    /** Behind the last word before the figure that is no 达到, 为, 约. */
    int beforeEnd() {
        return beforeEnd;
    }

    /** @param figuresBefore how many figures of the sentence stand before this one */
    List<IndicatorProposal> all(int figuresBefore) {
        propose(figuresBefore);
        if (figuresBefore > 0) {
            lastEnd();
        }
        return found;
    }

    private void propose(int figuresBefore) {
        if (countsListed()) {
            List<Integer> ends = behind();
            if (!ends.isEmpty()) {
                unit(ends);
                return;
            }
        }
        boolean amount = isAmount();
        before(amount);
        if (amount && !found.isEmpty()) {
            return;
        }
        List<Integer> ends = behind();
        unit(ends);
        around(ends);
        if (found.isEmpty() || !hasOwnNoun()) {
            found.add(IndicatorProposal.of(IndicatorForm.LAST, new Span(0, 0), Math.min(figuresBefore, 1)));
            found.add(IndicatorProposal.of(IndicatorForm.SECOND_LAST, new Span(0, 0), Math.min(figuresBefore, 2) / 2));
        }
        if (found.isEmpty() || !(isListed() || starts.opensWithHaving(beforeEnd))) {
            lastBefore(figuresBefore);
        }
    }

    /** 甲园、乙园等8个|园区: what is listed are only some of those that are counted, and these are named behind. */
    private boolean countsListed() {
        return beforeEnd == figure.start() && FigureList.isOpen(sentence, figure);
    }

    /** 小麦26万吨、|玉米18万吨: what a list names is no part of what it named before. */
    private boolean isListed() {
        return clause > sentence.start() && sentence.at(clause - 1) == '、';
    }

    /** 总投资20亿元的项目: what the money is stands before it. */
    private boolean isAmount() {
        return figure.unit().isMoney() && FigureWords.isMoney(sentence.text(), clause, beforeEnd);
    }

    /** 小麦26万吨、玉米|18万吨: a noun right before the figure is what it measures. */
    private boolean hasOwnNoun() {
        Token word = beforeEnd > clause ? sentence.token(sentence.tokenAt(beforeEnd - 1)) : null;
        return word != null && WordTag.of(word) == 'n' && word.start() >= clause && !starts.isInPeriod(word);
    }

    /** Of an amount nothing is cut off: 云岭电站总投资33亿元 are no 云岭电站. */
    private void before(boolean amount) {
        int end = beforeEnd;
        for (int step = 0; step < MOST_CUTS && end > clause; step++) {
            words(end, step);
            int cut = cut(end);
            if (cut == end || (amount && !found.isEmpty())) {
                break;
            }
            end = FigureWords.withoutTail(sentence.text(), clause, cut);
        }
    }

    private void words(int end, int step) {
        int last = sentence.tokenAt(end - 1);
        for (int i = last; i >= 0 && last - i < MOST_WORDS; i--) {
            Token word = sentence.token(i);
            if (word == null || word.end() <= clause || FigureWords.isNoIndicator(word.text())) {
                break;
            }
            int start = starts.of(word);
            IndicatorForm form = step == 0 ? IndicatorForm.BEFORE : IndicatorForm.CUT;
            if (start >= clause && start < end && starts.isOpen(start, i, end)) {
                found.add(IndicatorProposal.of(form, new Span(start, end), step));
            }
            if (end - start > LONGEST) {
                break;
            }
        }
    }

    /** Before the time that ends there, or the word that is no noun; {@code end} where an indicator ends there. */
    private int cut(int end) {
        for (Span period : periods) {
            if (period.start() > clause && period.start() < end && period.end() >= end) {
                return period.start();
            }
        }
        Token word = sentence.token(sentence.tokenAt(end - 1));
        if (word == null) {
            return end;
        }
        char tag = WordTag.of(word);
        boolean noun = WordTag.isNoun(tag) && tag != 'R';
        return noun || word.start() <= clause ? end : word.start();
    }

    /** The ends of what is proposed. */
    private List<Integer> behind() {
        int start = figure.end() + (sentence.at(figure.end()) == '的' ? 1 : 0);
        List<Integer> ends = new ArrayList<>();
        if ("、和与及".indexOf(sentence.at(start)) >= 0 || goesOn(start)) {
            return ends;
        }
        for (int i = sentence.tokenAt(start); i < sentence.tokens().size() && ends.size() < MOST_WORDS; i++) {
            Token word = sentence.tokens().get(i);
            int end = Math.min(word.end(), limit);
            boolean closed = starts.isInPeriod(word) || FigureList.isEach(word.text());
            if (word.start() >= limit || end - start > LONGEST || closed) {
                break; // 12户|10月底前完工: when that will be is not what is counted
            }
            if (end > start) {
                ends.add(end);
                found.add(IndicatorProposal.of(IndicatorForm.BEHIND, new Span(start, end), ends.size()));
            }
        }
        return ends;
    }

    /** 剩余3个|正在招标: it is said of the figure; 3个|正在建设的项目 names what is counted. */
    private boolean goesOn(int start) {
        Token word = sentence.token(sentence.tokenAt(start));
        return word != null
                && word.start() == start
                && FigureWords.isPredicate(word.text())
                && sentence.text().substring(start, Math.max(start, limit)).indexOf('的') < 0;
    }

    private void unit(List<Integer> ends) {
        int start = figure.unitEnd() - figure.unit().text().length();
        if (!figure.unit().isCount() || start <= figure.start()) {
            return;
        }
        start += sentence.at(start) == '个' ? 1 : 0;
        if (start < figure.unitEnd()) {
            found.add(IndicatorProposal.of(IndicatorForm.UNIT, new Span(start, figure.unitEnd()), 0));
            for (int end : ends.subList(0, Math.min(2, ends.size()))) {
                found.add(IndicatorProposal.of(IndicatorForm.UNIT_BEHIND, new Span(start, end), 0));
            }
        }
    }

    private void around(List<Integer> ends) {
        int start = figure.end() + (sentence.at(figure.end()) == '的' ? 1 : 0);
        for (int back = 0; back < MOST_LEADS; back++) {
            Token lead = ownWord(back);
            if (lead == null) {
                return;
            }
            for (int end : ends.subList(0, Math.min(MOST_AROUND, ends.size()))) {
                found.add(IndicatorProposal.around(new Span(lead.start(), beforeEnd), new Span(start, end), back));
            }
        }
    }

    /** One word is enough: in longer ones what is measured is named. */
    private void lastEnd() {
        Token word = ownWord(0);
        if (word != null) {
            LENT.forEach(lent ->
                    found.add(IndicatorProposal.of(IndicatorForm.LAST_END, new Span(word.start(), beforeEnd), lent)));
        }
    }

    private void lastBefore(int figuresBefore) {
        for (int back = 0; back < MOST_LAST_BEFORE; back++) {
            Token word = ownWord(back);
            if (word == null) {
                return;
            }
            found.add(IndicatorProposal.of(
                    IndicatorForm.LAST_BEFORE,
                    new Span(word.start(), beforeEnd),
                    back * 2 + Math.min(figuresBefore, 1)));
        }
    }

    /** The word so many before the one right before the figure; null where the clause has none there that could belong to an indicator. */
    private @Nullable Token ownWord(int back) {
        Token word = beforeEnd > clause ? sentence.token(sentence.tokenAt(beforeEnd - 1) - back) : null;
        if (word == null || word.start() < clause || FigureWords.isNoIndicator(word.text())) {
            return null;
        }
        boolean torn = word.text().length() == 1 && starts.isInPlace(word.start()); // the 州 of 巴州
        return torn ? null : word;
    }
}
