package dev.broadsheet.enrich.extract;

import java.util.List;

/** What can be seen of the nouns that open clauses up to a figure, which may be about them. One object per figure. */
final class NounTopics {
    private static final int LONGEST_COUNTED = 10;

    private final Sentence sentence;
    private final List<Candidate> names;
    private final Quantity quantity;
    private final OpeningNouns nouns;

    NounTopics(Sentence sentence, List<Span> periods, List<Candidate> names, Quantity quantity) {
        this.sentence = sentence;
        this.names = names;
        this.quantity = quantity;
        this.nouns = new OpeningNouns(sentence, periods, names);
    }

    List<OpeningNouns.Noun> find() {
        List<OpeningNouns.Noun> found = nouns.before(quantity.start());
        found.addAll(nouns.behind(quantity));
        return found;
    }

    void clues(OpeningNouns.Noun noun, SubjectClues topics, Topics article, ClueBuffer out) {
        int next = sentence.tokenAt(noun.end());
        int last = sentence.tokenAt(noun.end() - 1);
        int first = sentence.tokenAt(noun.start());
        int place = noun.clauses() << Byte.SIZE | (noun.whole() ? 1 : 0) | (noun.end() == quantity.start() ? 2 : 0);
        out.add(FigureClue.NOUN.of());
        out.add(FigureClue.NOUN_PLACE.of(place));
        if (noun.verb()) {
            out.add(FigureClue.NOUN_VERB.of(noun.clauses()));
            out.add(FigureClue.NOUN_VERB.of(sentence.tag(first), sentence.tag(last)));
        }
        out.add(FigureClue.NOUN_UNIT.of(place, quantity.unit().sort()));
        out.add(FigureClue.NOUN_NEXT.of(sentence.tag(next), noun.clauses()));
        out.add(FigureClue.NOUN_WORDS.of(1, sentence.token(first)));
        out.add(FigureClue.NOUN_WORDS.of(2, sentence.token(last)));
        out.add(FigureClue.NOUN_WORDS.of(3, sentence.token(next)));
        out.add(FigureClue.NOUN_TAGS.of(sentence.tag(first), 1));
        out.add(FigureClue.NOUN_TAGS.of(sentence.tag(last), 2));
        out.add(FigureClue.NOUN_LENGTH.of(Math.min(LONGEST_COUNTED, noun.end() - noun.start())));
        int measured = topics.measured(text(noun));
        out.add(FigureClue.NOUN_MEASURED.of(measured));
        out.add(FigureClue.NOUN_MEASURED.of(measured, article.regionCode(), noun.clauses()));
        names(noun, out);
        Topic opening = topics.lastOpening();
        boolean behind = opening != null && opening.last().start() >= noun.start();
        out.add(FigureClue.NOUN_BESIDE.of(opening == null ? 0 : opening.kind().code(), behind ? 1 : 0));
        out.add(FigureClue.TOPIC_REGION.of(
                FigureClue.NOUN.name().charAt(0),
                article.regionCode(),
                sentence.flat().isHeadline() ? 1 : 0));
    }

    private void names(OpeningNouns.Noun noun, ClueBuffer out) {
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

    String text(OpeningNouns.Noun noun) {
        return sentence.text().substring(noun.start(), noun.end());
    }
}
