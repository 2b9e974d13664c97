package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be seen of the words around a figure, and of each proposal for what it measures. One object per figure. */
final class IndicatorClues {
    private static final int MOST = 15;
    private static final int MOST_CLAUSES = 4;
    private static final CharacterSet MARKS = CharacterSet.of("、，；：的“”");

    private final Sentence sentence;
    private final List<Span> periods;
    private final List<Candidate> names;
    private final Quantity figure;
    private final MetricKind kind;
    private final char unit;
    private final IndicatorProposals place;
    private final WordingClues wording;
    private final @Nullable Quantity before;
    private final boolean behindFigure;

    IndicatorClues(
            Sentence sentence,
            List<Span> periods,
            List<Candidate> names,
            Quantity figure,
            MetricKind kind,
            IndicatorProposals place,
            @Nullable Quantity before) {
        this.sentence = sentence;
        this.periods = periods;
        this.names = names;
        this.figure = figure;
        this.kind = kind;
        this.unit = figure.unit().sort();
        this.place = place;
        this.wording = new WordingClues(sentence, figure, place.clause());
        this.before = before;
        this.behindFigure = before != null && place.clause() == before.end();
    }

    /** What is the same for all proposals of a form. */
    void ofForm(IndicatorForm form, ClueBuffer out) {
        char f = form.code();
        Token next = sentence.token(sentence.tokenAt(figure.end()));
        boolean ends = figure.end() >= sentence.end();
        char nextTag = ends ? WordTag.NONE : next != null && next.start() < figure.end() ? '1' : WordTag.of(next);
        Token previous =
                place.beforeEnd() > place.clause() ? sentence.token(sentence.tokenAt(place.beforeEnd() - 1)) : null;
        char previousTag = WordTag.of(previous);
        out.add(FigureClue.FORM.of(f));
        out.add(FigureClue.UNIT_SORT.of(f, unit));
        out.add(FigureClue.NEXT_TAG.of(f, nextTag));
        out.add(FigureClue.PREVIOUS_TAG.of(f, previousTag));
        out.add(FigureClue.BOTH_TAGS.of(f, previousTag, two(nextTag, unit)));
        out.add(FigureClue.NEXT_WORD.of(f, ends ? null : next));
        out.add(FigureClue.PREVIOUS_WORD.of(f, previous));
        out.add(FigureClue.KIND.of(f, kind.name().charAt(0), unit));
        out.add(FigureClue.BETWEEN.of(f, sentence.text(), /* start= */ place.beforeEnd(), /* end= */ figure.start()));
        out.add(FigureClue.RATE.of(f, figure.per().isEmpty() ? 0 : 1));
        out.add(FigureClue.BEHIND_FIGURE.of(f, behindFigure ? 1 : 0));
    }

    /** What tells this proposal from others of its form. */
    void of(IndicatorProposal proposal, ClueBuffer out) {
        char f = proposal.form().code();
        switch (proposal.form()) {
            case LAST, SECOND_LAST, EARLIER -> {
                out.add(FigureClue.FORM_PLACE.of(f, proposal.steps()));
                afterLast(f, out);
            }
            case LAST_BEFORE, LAST_END, EARLIER_BEFORE -> {
                out.add(FigureClue.FORM_PLACE.of(
                        f, proposal.steps(), WordTag.of(word(proposal.words().start()))));
                afterLast(f, out);
                own(proposal.words(), f, out);
            }
            case ITEM, ITEM_WORD, ITEM_WORDS, ITEM_BEHIND, ITEM_VERB -> {
                out.add(FigureClue.CHARACTERS.of(
                        f, Math.min(MOST, proposal.text().length())));
                out.add(FigureClue.ITEM_NAME.of(f, isName(proposal.words()) ? 1 : 0));
                out.add(FigureClue.FORM_PLACE.of(f, proposal.steps()));
                out.add(FigureClue.ITEM_END.of(f, sentence.at(proposal.words().end() - 1)));
                out.add(FigureClue.ITEM_TAG.of(
                        f, WordTag.of(word(proposal.words().end() - 1))));
            }
            default -> {
                frame(proposal, f, out);
                words(proposal.words(), f, out);
            }
        }
        if (proposal.words().end() > proposal.words().start()) {
            wording.of(proposal, out);
        }
    }

    /** How the figure stands to the one before in its sentence, whose indicator is proposed. */
    private void afterLast(char f, ClueBuffer out) {
        if (before == null) {
            return;
        }
        boolean same = before.unit().text().equals(figure.unit().text());
        out.add(FigureClue.LAST_UNIT.of(f, two(before.unit().sort(), unit), same ? 1 : 0));
        out.add(FigureClue.LAST_KIND.of(f, kind.name().charAt(0), same ? 1 : 0));
        int clauses = 0;
        for (int i = before.end(); i < figure.start() && clauses < MOST_CLAUSES; i++) {
            clauses += Sentences.isClauseEnd(sentence.at(i)) ? 1 : 0;
        }
        out.add(FigureClue.LAST_GAP.of(f, sentence.at(before.end()), clauses));
    }

    /** The words that stand before the figure itself. */
    private void own(Span words, char f, ClueBuffer out) {
        int first = sentence.tokenAt(words.start());
        Token last = sentence.token(sentence.tokenAt(words.end() - 1));
        boolean opens = words.start() == place.clause();
        out.add(FigureClue.OWN_FIRST.of(0, sentence.token(first)));
        out.add(FigureClue.OWN_LAST.of(0, last));
        out.add(FigureClue.OWN_TAGS.of(sentence.tag(first), WordTag.of(last), opens ? 1 : 0));
        out.add(FigureClue.CHARACTERS.of(f, Math.min(MOST, words.end() - words.start())));
        if (opens) {
            out.add(FigureClue.CLAUSE.of(f));
        } else {
            out.add(FigureClue.TAG_BEFORE.of(f, sentence.tag(first - 1)));
        }
    }

    /** The same without what {@link #ofWords} tells, for {@link IndicatorForm#AROUND}. */
    void withoutWords(IndicatorProposal proposal, ClueBuffer out) {
        frame(proposal, proposal.form().code(), out);
        wording.of(proposal, out);
    }

    /** What is the same for all proposals of the form AROUND with these words, whatever leads. */
    void ofWords(Span words, ClueBuffer out) {
        words(words, IndicatorForm.AROUND.code(), out);
    }

    /** What leads, and how long all is. */
    private void frame(IndicatorProposal proposal, char f, ClueBuffer out) {
        Span words = proposal.words();
        int first = sentence.tokenAt(words.start());
        int last = sentence.tokenAt(words.end() - 1);
        if (proposal.form() == IndicatorForm.AROUND) {
            Token verb = word(proposal.lead().start());
            out.add(FigureClue.VERB_TAG.of(f, WordTag.of(verb), proposal.steps()));
            out.add(FigureClue.VERB_WORD.of(0, verb));
        }
        int characters = words.end()
                - words.start()
                + proposal.lead().end()
                - proposal.lead().start();
        out.add(FigureClue.FORM_PLACE.of(f, proposal.steps()));
        out.add(FigureClue.WORDS.of(f, Math.min(MOST, last - first)));
        out.add(FigureClue.CHARACTERS.of(f, Math.min(MOST, characters)));
    }

    private void words(Span words, char f, ClueBuffer out) {
        int first = sentence.tokenAt(words.start());
        int last = sentence.tokenAt(words.end() - 1);
        edges(words, f, first, last, out);
        outside(words, f, first, last, out);
        inside(words, f, first, last, out);
        around(words, f, out);
    }

    private void edges(Span words, char f, int first, int last, ClueBuffer out) {
        out.add(FigureClue.FIRST_TAG.of(f, sentence.tag(first)));
        out.add(FigureClue.LAST_TAG.of(f, sentence.tag(last)));
        out.add(FigureClue.EDGE_TAGS.of(f, sentence.tag(first), sentence.tag(last)));
        out.add(FigureClue.FIRST_WORD.of(0, sentence.token(first)));
        out.add(FigureClue.LAST_WORD.of(0, sentence.token(last)));
        if (words.start() == place.clause()) {
            out.add(FigureClue.CLAUSE.of(f));
        }
    }

    private void outside(Span words, char f, int first, int last, ClueBuffer out) {
        boolean before = words.end() <= figure.start();
        int left = before && words.start() == place.clause() ? -1 : first - 1;
        char leftTag = sentence.tag(left);
        char firstTag = sentence.tag(first);
        out.add(FigureClue.TAG_BEFORE.of(f, leftTag));
        out.add(FigureClue.OUTER_TAGS.of(f, leftTag, firstTag));
        out.add(FigureClue.WORD_BEFORE.of(0, sentence.token(left)));
        char mark = sentence.at(words.end());
        boolean stops = FigureClause.endsAt(mark) || "、）”".indexOf(mark) >= 0;
        char rightTag = stops ? mark : sentence.tag(last + 1);
        char lastTag = sentence.tag(last);
        out.add(FigureClue.TAG_AFTER.of(f, rightTag));
        out.add(FigureClue.TAGS_AFTER.of(f, lastTag, rightTag));
        out.add(FigureClue.TAGS_AFTER_UNIT.of(two(f, unit), lastTag, rightTag));
        out.add(FigureClue.WORD_AFTER.of(0, sentence.token(last + 1)));
    }

    private void inside(Span words, char f, int first, int last, ClueBuffer out) {
        int verbs = 0;
        int nouns = 0;
        for (int i = first; i <= last && i < sentence.tokens().size(); i++) {
            char tag = sentence.tag(i);
            verbs += tag == 'v' ? 1 : 0;
            nouns += WordTag.isNoun(tag) ? 1 : 0;
            out.add(FigureClue.HAS_WORD.of(0, sentence.token(i)));
            out.add(FigureClue.HAS_TAG.of(f, tag));
        }
        out.add(FigureClue.SHAPE.of(
                two(f, sentence.tag(first)),
                last > first ? sentence.tag(first + 1) : WordTag.NONE,
                last > first + 1 ? sentence.tag(first + 2) : WordTag.NONE));
        out.add(FigureClue.VERBS.of(f, Math.min(2, verbs)));
        out.add(FigureClue.NOUNS.of(f, Math.min(3, nouns)));
        for (int i = words.start(); i < words.end(); i++) {
            char c = sentence.at(i);
            if (MARKS.has(c) || FlatText.isDigit(c)) {
                out.add(FigureClue.HAS_MARK.of(f, FlatText.isDigit(c) ? '0' : c));
            }
        }
    }

    private void around(Span words, char f, ClueBuffer out) {
        for (Candidate name : names) {
            if (name.start() < words.end() && words.start() < name.end()) {
                int edges = (name.start() <= words.start() ? 1 : 0) + (name.end() >= words.end() ? 2 : 0);
                out.add(FigureClue.HAS_NAME.of(f, name.type().index()));
                out.add(FigureClue.NAME_EDGES.of(f, name.type().index(), edges));
            } else if (name.end() == words.start()) {
                out.add(FigureClue.BEHIND_NAME.of(0, name.type().index()));
            }
        }
        for (Span period : periods) {
            if (period.start() < words.end() && words.start() < period.end()) {
                out.add(FigureClue.HAS_MARK.of(f, '1'));
            } else if (period.end() == words.start()) {
                out.add(FigureClue.BEHIND_PERIOD.of(f));
            }
        }
    }

    private boolean isName(Span item) {
        return names.stream().anyMatch(name -> name.start() == item.start() && name.end() == item.end());
    }

    /** Two letters of ASCII in one part. */
    private static int two(char a, char b) {
        return a << Byte.SIZE | b;
    }

    private @Nullable Token word(int position) {
        return sentence.token(sentence.tokenAt(position));
    }
}
