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

    private static final String PARTS = "nVZRSTbjagkhxmqfsr";
    private static final String ENDS = "nVZRSTskj";

    /**
     * @param clauses how many begin between it and the figure's own
     * @param whole whether no noun follows that could belong to it
     */
    record Noun(int start, int end, int clauses, boolean whole) {}

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
        if (WordTag.of(first) == CONJUNCTION) {
            nouns(first.end(), limit, clauses, out);
            return;
        }
        int from = out.size();
        for (int i = index; i < sentence.tokens().size(); i++) {
            Token word = sentence.tokens().get(i);
            if (word.start() >= limit || word.end() - start > LONGEST || !belongs(word, i > index)) {
                break;
            }
            boolean ends = ENDS.indexOf(WordTag.of(word)) >= 0 || word.text().equals("”");
            if (ends && isWhole(start, word.end()) && word.end() - start >= SHORTEST) {
                out.add(new Noun(start, word.end(), clauses, false));
            }
        }
        if (out.size() > from) {
            Noun last = out.remove(out.size() - 1);
            out.add(new Noun(last.start(), last.end(), clauses, true));
        }
    }

    /** Holds no figure, no half of a quotation and no half of a name. */
    private boolean isWhole(int start, int end) {
        int quotes = 0;
        for (int i = start; i < end; i++) {
            char c = sentence.at(i);
            quotes += c == '“' ? 1 : c == '”' ? -1 : 0;
            if (quotes < 0 || FlatText.isDigit(c)) {
                return false;
            }
        }
        return quotes == 0
                && names.stream()
                        .noneMatch(name -> (name.start() < start && start < name.end())
                                || (name.start() < end && end < name.end()));
    }

    private static boolean belongs(Token word, boolean inside) {
        char c = word.text().charAt(0);
        if ("“”·".indexOf(c) >= 0 || (inside && c == '的')) {
            return true;
        }
        return PARTS.indexOf(WordTag.of(word)) >= 0 && !Sentences.isClauseEnd(c) && c != '、';
    }
}
