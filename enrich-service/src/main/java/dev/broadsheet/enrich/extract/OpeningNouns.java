package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.List;

/** Nouns that open clauses, which figures may be about though they are nobody's name (老旧小区, 合作社). One object per sentence, with its words. */
final class OpeningNouns {
    private static final int MOST_CLAUSES = 4;
    private static final int LONGEST = 18;
    private static final int SHORTEST = 2;
    /** What a report opens with: 本报讯. */
    private static final String DATELINE = "本报";

    /** 而, 只要. */
    private static final char CONJUNCTION = 'c';

    private static final char VERB = 'v';
    private static final char COUNTER = 'q';
    private static final String PREDICATES = "vVdpaYI";

    private static final String PARTS = "nVZRSTbjagkhxmqfsr";
    private static final String ENDS = "nVZRSTskj";

    /**
     * @param clauses how many begin between it and the figure's own; {@link #BEHIND} where it stands behind the figure
     * @param whole whether no noun follows that could belong to it
     * @param verb whether it holds what the segmenter takes for a verb (施工单位)
     */
    record Noun(int start, int end, int clauses, boolean whole, boolean verb) {}

    /** More clauses than are looked through before the figure. */
    static final int BEHIND = MOST_CLAUSES;

    private final Sentence sentence;
    private final List<Span> periods;
    private final List<Candidate> names;

    OpeningNouns(Sentence sentence, List<Span> periods, List<Candidate> names) {
        this.sentence = sentence;
        this.periods = periods;
        this.names = names;
    }

    /** Those of the last clauses before {@code limit}. */
    List<Noun> before(int limit) {
        List<Noun> found = new ArrayList<>();
        int clauses = 0;
        for (int i = limit - 1; i >= sentence.start() && clauses < MOST_CLAUSES; i--) {
            if (i == sentence.start() || Sentences.isClauseEnd(sentence.at(i - 1))) {
                int start = ClauseLead.skip(sentence, periods, List.of(), i, limit);
                nouns(start, limit, clauses++, found);
            }
        }
        return found;
    }

    private void nouns(int start, int limit, int clauses, List<Noun> out) {
        int index = sentence.tokenAt(start);
        Token first = sentence.token(index);
        if (first == null || first.start() < start || sentence.text().startsWith(DATELINE, start)) {
            return;
        }
        if (sentence.tag(index) == CONJUNCTION || ClauseWords.has(sentence, index)) {
            nouns(first.end(), limit, clauses, out);
            return;
        }
        Token counter = sentence.token(index + 1);
        if (counter != null && sentence.tag(index + 1) == COUNTER && isCount(first)) {
            nouns(counter.end(), limit, clauses, out);
            return;
        }
        int said = FigureWords.withoutTail(sentence.text(), start, limit);
        int whole = -1;
        boolean verb = false;
        for (int i = index; i < sentence.tokens().size(); i++) {
            Token word = sentence.tokens().get(i);
            if (word.start() >= limit || word.end() - start > LONGEST) {
                break;
            }
            char tag = sentence.tag(i);
            if (!belongs(word, tag, i > index) && !isInName(word)) {
                if (verb || tag != VERB) {
                    break;
                }
                verb = true;
            }
            boolean ends = ENDS.indexOf(tag) >= 0 || word.text().equals("”") || endsName(word);
            boolean named = !verb || (acts(i + 1) && word.end() < said);
            if (ends && named && isWhole(start, word.end()) && word.end() - start >= SHORTEST) {
                whole = verb ? whole : out.size();
                out.add(new Noun(start, word.end(), clauses, false, verb));
            }
        }
        if (whole >= 0) {
            Noun last = out.get(whole);
            out.set(whole, new Noun(last.start(), last.end(), clauses, true, false));
        }
    }

    /** 41个 of 41个重点工程, which are spoken of as 重点工程. */
    private boolean isCount(Token number) {
        return FlatText.isDigit(number.text().charAt(0)) && !isNumbered(sentence, number.start());
    }

    /** What the figure is said of behind it: 占地3平方公里的|产业园. */
    List<Noun> behind(Quantity quantity) {
        List<Noun> found = new ArrayList<>();
        if (!quantity.unit().isCount() && sentence.at(quantity.end()) == '的') {
            int start = quantity.end() + 1;
            int end = start;
            while (end < sentence.end() && !Sentences.isClauseEnd(sentence.at(end))) {
                end++;
            }
            nouns(start, end, BEHIND, found);
        }
        return found;
    }

    /** Whether a predicate may begin with that word: in 收购小麦26万吨 nobody is named, and neither is in 接待游客超20万人次. */
    private boolean acts(int index) {
        return PREDICATES.indexOf(sentence.tag(index)) >= 0;
    }

    private boolean isInName(Token word) {
        for (Candidate name : names) {
            if (name.start() <= word.start() && word.end() <= name.end()) {
                return true;
            }
        }
        return false;
    }

    private boolean endsName(Token word) {
        for (Candidate name : names) {
            if (name.end() == word.end()) {
                return true;
            }
        }
        return false;
    }

    /** Holds no figure, no half of a quotation and no half of a name. */
    private boolean isWhole(int start, int end) {
        int quotes = 0;
        for (int i = start; i < end; i++) {
            char c = sentence.at(i);
            quotes += c == '“' ? 1 : c == '”' ? -1 : 0;
            if (quotes < 0 || (FlatText.isDigit(c) && !isNumbered(sentence, i))) {
                return false;
            }
        }
        return quotes == 0 && !cutsName(start, end);
    }

    private boolean cutsName(int start, int end) {
        for (Candidate name : names) {
            if ((name.start() < start && start < name.end()) || (name.start() < end && end < name.end())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the digit there belongs to a name: 5号高地, 二期. */
    static boolean isNumbered(Sentence sentence, int at) {
        int end = at;
        while (FlatText.isDigit(sentence.at(end))) {
            end++;
        }
        int start = at;
        while (FlatText.isDigit(sentence.at(start - 1))) {
            start--;
        }
        char before = sentence.at(start - 1);
        return sentence.at(end) == '号' || sentence.at(end) == '期' || (before >= 'A' && before <= 'Z');
    }

    private static boolean belongs(Token word, char tag, boolean inside) {
        char c = word.text().charAt(0);
        if ("“”·".indexOf(c) >= 0 || (inside && c == '的')) {
            return true;
        }
        return PARTS.indexOf(tag) >= 0 && !Sentences.isClauseEnd(c) && c != '、';
    }
}
