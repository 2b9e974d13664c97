package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;

/**
 * What can be seen where a name may start or end. Remembers of each position what the clues of a whole stretch ask for again: the
 * longest title before it, whether a verb of speech follows, the longest suffix and ending. Not thread-safe.
 */
final class EdgeClues {
    private static final int LONGEST_TITLE = 4;
    private static final int LONGEST_ENDING = 4;
    private static final long ASKED = Long.MIN_VALUE;

    private final Sentence sentence;
    private final ClueBuffer out;
    private final BeyondClues beyond;
    private final int[] titles;
    private final boolean[] speech;
    /** As {@link Endings#at} gives them, with {@link #ASKED}. */
    private final long[] endings;

    EdgeClues(Sentence sentence, ClueBuffer out) {
        this.sentence = sentence;
        this.out = out;
        this.beyond = new BeyondClues(sentence, out);
        int positions = sentence.end() - sentence.start() + 1;
        this.titles = new int[positions];
        this.speech = new boolean[positions];
        this.endings = new long[positions];
    }

    boolean isTitled(int start) {
        return titles[start - sentence.start()] > 0;
    }

    boolean speaks(int end) {
        return speech[end - sentence.start()];
    }

    /** Length of the ending of that kind if it is no longer than {@code most}, else 0. */
    int ending(int kind, int end, int most) {
        int length = Endings.length(endings(end), kind);
        return length <= most ? length : 0;
    }

    /** What more is seen between the word at {@code index} and the one before it, where a name holds both, than they tell. */
    void inside(int index) {
        Token left = sentence.tokens().get(index - 1);
        Token right = sentence.tokens().get(index);
        out.add(Clue.JOINT_TAGS.of(WordClues.tag(left), WordClues.tag(right)));
        long endings = endings(left.end());
        for (int kind = 0; endings != ASKED && kind <= Endings.SUFFIX; kind++) {
            int length = Endings.length(endings, kind);
            if (length > 0) {
                out.add(Clue.JOINT_ENDING.of(
                        kind, Math.min(length, LONGEST_ENDING), right.tag().charAt(0)));
            }
        }
    }

    /** What more is seen of a start than its words tell. */
    void atStart(int start) {
        char before = sentence.at(start - 1);
        char secondBefore = sentence.at(start - 2);
        int index = sentence.tokenAt(start);
        Token first = token(index);
        boolean edge = sentence.isEdge(start);
        Token previous = token(edge ? index - 1 : index);
        if (!edge) {
            out.add(Clue.BEFORE.of(before));
            out.add(Clue.FIRST.of(sentence.at(start)));
            out.add(Clue.TAG_FIRST.of(WordClues.tag(first), 0));
        }
        if (!edge || previous.text().length() < 2) {
            out.add(Clue.BEFORE.of(secondBefore, before));
        }
        if (!edge || first.text().length() < 2) {
            out.add(Clue.FIRST.of(sentence.at(start), sentence.at(start + 1)));
        }
        out.add(Clue.TAG_BEFORE.of(WordClues.tag(previous), WordClues.tag(first), bit(edge)));
        int title = NameWords.TITLE_ENDS.longestEnding(sentence.text(), start, sentence.start());
        titles[start - sentence.start()] = title;
        if (title > 0) {
            out.add(Clue.TITLE_BEFORE.of(Math.min(title, LONGEST_TITLE)));
        }
        boolean marked = before == '“' || before == '《';
        if (marked) {
            out.add(Clue.AHEAD_OF_MARKS.of(before, secondBefore));
            out.add(Clue.AHEAD_OF_MARKS.of(before, secondBefore, sentence.at(start - 3)));
        }
        if (marked || before == '‘') {
            beyond.before(start - 1);
        }
        int cue =
                NameWords.PROGRAMME_BEFORE.longestEnding(sentence.text(), marked ? start - 1 : start, sentence.start());
        if (cue > 0) {
            out.add(Clue.CUE_BEFORE.of(bit(marked)));
        }
    }

    /** What more is seen of an end than its words tell. */
    void atEnd(int end) {
        char after = sentence.at(end);
        char second = sentence.at(end + 1);
        int index = sentence.tokenAt(end - 1);
        Token last = token(index);
        boolean edge = sentence.isEdge(end);
        Token next = token(edge ? index + 1 : index);
        if (!edge) {
            out.add(Clue.AFTER.of(after));
            out.add(Clue.LAST.of(sentence.at(end - 1)));
            out.add(Clue.TAG_LAST.of(WordClues.tag(last), 0));
        }
        if (!edge || next.text().length() < 2) {
            out.add(Clue.AFTER.of(after, second));
        }
        if (!edge || last.text().length() < 2) {
            out.add(Clue.LAST.of(sentence.at(end - 2), sentence.at(end - 1)));
        }
        out.add(Clue.TAG_AFTER.of(WordClues.tag(last), WordClues.tag(next), bit(edge)));
        speech[end - sentence.start()] = NameWords.SPEECH.matchLength(sentence.text(), end, sentence.end()) > 0;
        if (speaks(end)) {
            out.add(Clue.SPEECH_AFTER.of());
        }
        boolean marked = after == '”' || after == '》';
        if (marked) {
            out.add(Clue.BEHIND_MARKS.of(after, second));
            out.add(Clue.BEHIND_MARKS.of(after, second, sentence.at(end + 2)));
        }
        if (marked || after == '’') {
            beyond.behind(end + 1);
        }
        beyond.listed(end);
        cues(marked, marked ? end + 1 : end);
        suffix(end, edge);
        endings(end, edge, after == '》');
    }

    private void cues(boolean marked, int behind) {
        int programme = NameWords.PROGRAMME_AFTER.matchLength(sentence.text(), behind, sentence.end());
        int platform = NameWords.PLATFORM_AFTER.matchLength(sentence.text(), behind, sentence.end());
        if (programme + platform > 0) {
            out.add(Clue.CUE_AFTER.of(bit(marked), bit(programme > 0), bit(platform > 0)));
        }
    }

    private void suffix(int end, boolean edge) {
        int length = Endings.length(endings(end), Endings.SUFFIX);
        if (length == 0) {
            return;
        }
        String text = sentence.text();
        out.add(Clue.SUFFIX_TYPE.of(NameWords.suffixType(text, end - length, end) + 1, bit(edge)));
        out.add(Clue.SUFFIX.of(WordClues.tail(text.substring(end - length, end))));
    }

    private void endings(int end, boolean edge, boolean titled) {
        long endings = endings(end);
        for (int kind = 0; endings != ASKED && kind <= Endings.NOTHING; kind++) {
            int length = Endings.length(endings, kind);
            if (length > 0) {
                out.add(Clue.ENDING.of(kind, Math.min(length, LONGEST_ENDING), bit(edge)));
            }
        }
        if (Endings.length(endings, Endings.DOCUMENT) > 0) {
            out.add(Clue.DOCUMENT.of(bit(titled)));
        }
    }

    private long endings(int end) {
        long known = endings[end - sentence.start()];
        if (known == 0) {
            known = ASKED | NameWords.ENDINGS.at(sentence.text(), end, sentence.start());
            endings[end - sentence.start()] = known;
        }
        return known;
    }

    private Token token(int index) {
        Token token = sentence.token(index);
        return token == null ? WordClues.NONE : token;
    }

    static int bit(boolean yes) {
        return yes ? 1 : 0;
    }
}
