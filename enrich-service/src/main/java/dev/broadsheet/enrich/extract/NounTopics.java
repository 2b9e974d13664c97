package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.List;

/** Nouns that open the clauses up to a figure, which it may be about though they are nobody's name (老旧小区, 合作社). One object per figure. */
final class NounTopics {
    private static final int MOST_CLAUSES = 4;
    private static final int LONGEST = 18;
    private static final int LONGEST_COUNTED = 10;
    private static final int SHORTEST = 2;
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
    private final Quantity quantity;

    NounTopics(Sentence sentence, List<Span> periods, List<Candidate> names, Quantity quantity) {
        this.sentence = sentence;
        this.periods = periods;
        this.names = names;
        this.quantity = quantity;
    }

    List<Noun> find() {
        List<Noun> found = new ArrayList<>();
        int clauses = 0;
        for (int i = quantity.start() - 1; i >= sentence.start() && clauses < MOST_CLAUSES; i--) {
            if (i == sentence.start() || Sentences.isClauseEnd(sentence.at(i - 1))) {
                int start = ClauseLead.skip(sentence, periods, List.of(), i, quantity.start());
                nouns(start, clauses++, found);
            }
        }
        return found;
    }

    private void nouns(int start, int clauses, List<Noun> out) {
        int index = sentence.tokenAt(start);
        Token first = sentence.token(index);
        if (first == null || first.start() < start) {
            return;
        }
        int from = out.size();
        for (int i = index; i < sentence.tokens().size(); i++) {
            Token word = sentence.tokens().get(i);
            if (word.start() >= quantity.start() || word.end() - start > LONGEST || !belongs(word, i > index)) {
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

    void clues(Noun noun, SubjectClues topics, Topics article, ClueBuffer out) {
        Token next = sentence.token(sentence.tokenAt(noun.end()));
        Token last = sentence.token(sentence.tokenAt(noun.end() - 1));
        Token first = sentence.token(sentence.tokenAt(noun.start()));
        int place = noun.clauses() << Byte.SIZE | (noun.whole() ? 1 : 0) | (noun.end() == quantity.start() ? 2 : 0);
        out.add(FigureClue.NOUN.of());
        out.add(FigureClue.NOUN_PLACE.of(place));
        out.add(FigureClue.NOUN_UNIT.of(place, quantity.unit().sort()));
        out.add(FigureClue.NOUN_NEXT.of(WordTag.of(next), noun.clauses()));
        out.add(FigureClue.NOUN_WORDS.of(1, first));
        out.add(FigureClue.NOUN_WORDS.of(2, last));
        out.add(FigureClue.NOUN_WORDS.of(3, next));
        out.add(FigureClue.NOUN_TAGS.of(WordTag.of(first), 1));
        out.add(FigureClue.NOUN_TAGS.of(WordTag.of(last), 2));
        out.add(FigureClue.NOUN_LENGTH.of(Math.min(LONGEST_COUNTED, noun.end() - noun.start())));
        names(noun, out);
        Topic opening = topics.lastOpening();
        boolean behind = opening != null && opening.last().start() >= noun.start();
        out.add(FigureClue.NOUN_BESIDE.of(opening == null ? 0 : opening.kind().code(), behind ? 1 : 0));
        out.add(FigureClue.TOPIC_REGION.of(
                FigureClue.NOUN.name().charAt(0),
                article.region() == null ? 0 : 1,
                sentence.flat().isHeadline() ? 1 : 0));
    }

    private void names(Noun noun, ClueBuffer out) {
        boolean pure = true;
        for (Candidate name : names) {
            if (name.start() < noun.end() && noun.start() < name.end()) {
                int edges = (name.start() == noun.start() ? 1 : 0) + (name.end() == noun.end() ? 2 : 0);
                out.add(FigureClue.NOUN_NAME.of(name.type().index() + 1, edges));
                pure = false;
            }
        }
        if (pure) {
            out.add(FigureClue.NOUN_NAME.of(0));
        }
    }

    String text(Noun noun) {
        return sentence.text().substring(noun.start(), noun.end());
    }
}
