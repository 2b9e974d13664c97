package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Level;
import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists what can be seen of the stretches of one sentence: at their start, at their end, and of the whole. The clues of a whole stretch
 * may be asked for once those of its edges have been. Not thread-safe.
 */
final class Clues {
    private static final int MOST_WORDS = 9;
    private static final int FEW_WORDS = 5;
    private static final int SHORT = 3;
    private static final int LISTED = 5;
    private static final int MOST_BEARERS = 3;
    /** How names end that have a number for their own. */
    private static final Lexicon NUMBERED = Lexicon.reversed(List.of("号线", "号院"));

    private final Sentence sentence;
    private final List<Candidate> rules;
    private final int longestRule;
    private final Divisions divisions;
    private final Names names;
    private final ClueBuffer out = new ClueBuffer();
    private final EdgeClues edges;
    private final PersonClues persons;
    private final StretchCounts counts;
    private final int[] kinds;

    /** Where the names asked for last start, and how long the longest name is there that is known, or that is quoted: one look for all that start there. */
    private int namesAt = -1;

    private int longestKnown;
    private int longestQuoted;

    private int divisionAt = -1;
    private Optional<Divisions.Match> division = Optional.empty();

    /** @param kinds of the words of the sentence, as {@link WordKind} has them */
    Clues(Sentence sentence, int[] kinds, List<Candidate> rules, Divisions divisions, Names names) {
        this.sentence = sentence;
        this.rules = new ArrayList<>(rules);
        this.rules.sort(Candidate.IN_READING_ORDER);
        int longest = 0;
        for (Candidate rule : rules) {
            longest = Math.max(longest, rule.length());
        }
        this.longestRule = longest;
        this.divisions = divisions;
        this.names = names;
        this.edges = new EdgeClues(sentence, out);
        this.persons = new PersonClues(sentence, edges, out);
        this.counts = new StretchCounts(sentence, kinds);
        this.kinds = kinds;
    }

    /** Overwritten by the next call. */
    ClueBuffer atStart(int start) {
        out.clear();
        edges.atStart(start);
        return out;
    }

    /** Overwritten by the next call. */
    ClueBuffer atEnd(int end) {
        out.clear();
        edges.atEnd(end);
        return out;
    }

    /** What is seen between the word at {@code index} and the one before it: clues of every stretch that holds both. Overwritten by the next call. */
    ClueBuffer inside(int index) {
        out.clear();
        edges.inside(index);
        int at = sentence.tokens().get(index).start();
        int seen = 0;
        for (int i = firstRule(at); i < rules.size() && rules.get(i).start() <= at; i++) {
            Candidate rule = rules.get(i);
            int bit = rule.end() == at ? 1 : rule.start() == at ? 2 : 0;
            int mask = bit << (rule.type().index() * 2);
            if (bit > 0 && (seen & mask) == 0) {
                seen |= mask;
                out.add(Clue.JOINT_RULE.of(bit, rule.type().index()));
            }
        }
        return out;
    }

    /** Overwritten by the next call. */
    ClueBuffer of(int start, int end) {
        out.clear();
        list(start, end, shape(start, end), true);
        return out;
    }

    /** As {@link StretchForm} has it. */
    int form(int start, int end) {
        int first = sentence.tokenAt(start);
        int last = sentence.tokenAt(end - 1);
        return StretchForm.of(
                end - start,
                last - first + 1,
                sentence.tokens().get(first).start() == start,
                sentence.tokens().get(last).end() == end,
                sentence.flat().isHeadline());
    }

    /** What form and shape of a stretch do not tell. Overwritten by the next call. */
    ClueBuffer others(int start, int end, int shape) {
        out.clear();
        list(start, end, shape, false);
        return out;
    }

    /**
     * In an order that never changes: what is learned depends on it, by rounding.
     *
     * @param all whether form and shape as well
     */
    private void list(int start, int end, int shape, boolean all) {
        if (all) {
            StretchForm.length(form(start, end), out);
        }
        if (end - start <= SHORT) {
            out.add(Clue.WHOLE.of(sentence.text(), start, end));
        }
        if (all) {
            StretchForm.words(form(start, end), out);
        }
        words(start, end);
        marks(start, end);
        known(start, end);
        rules(start, end, firstRule(start));
        if (all) {
            StretchShape.opening(shape, out);
        }
        endings(start, end, shape);
        if (all) {
            StretchShape.suffix(shape, out);
        }
        division(start, end);
        listed(start, end);
        recurs(start, end);
    }

    private void words(int start, int end) {
        List<Token> tokens = sentence.tokens();
        int first = sentence.tokenAt(start);
        int last = sentence.tokenAt(end - 1);
        boolean left = tokens.get(first).start() == start;
        boolean right = tokens.get(last).end() == end;
        int words = last - first + 1;
        if (words <= SHORT) {
            out.add(Clue.SHAPE.of(
                    WordClues.tag(tokens.get(first)) | (left && right ? 0x8000 : 0),
                    words > 1 ? WordClues.tag(tokens.get(first + 1)) : 0,
                    words > 2 ? WordClues.tag(tokens.get(last)) : 0));
        }
        inside(first, last);
        letters(start, end);
        persons.of(start, end, left);
    }

    /** Each kind of word that names seldom hold, once; and each stop word. */
    private void inside(int first, int last) {
        int seen = 0;
        for (int i = first; i <= last; i++) {
            int kind = WordKind.seldom(kinds[i]);
            if (kind < 0) {
                continue;
            }
            if ((seen & (1 << kind)) == 0) {
                seen |= 1 << kind;
                out.add(Clue.INSIDE.of(kind, EdgeClues.bit(i == first || i == last)));
            }
            if (WordKind.isStop(kinds[i])) {
                out.add(Clue.STOP_INSIDE.of(EdgeClues.bit(i == first), EdgeClues.bit(i == last)));
            }
        }
    }

    private void letters(int start, int end) {
        boolean digit = counts.hasDigit(start, end);
        boolean latin = counts.hasLatin(start, end);
        if (digit || latin) {
            boolean numbered = NUMBERED.longestEnding(sentence.text(), end, start) > 0;
            out.add(Clue.LETTERS.of(digit && numbered ? 2 : EdgeClues.bit(digit), EdgeClues.bit(latin)));
        }
    }

    private void marks(int start, int end) {
        char before = sentence.at(start - 1);
        char after = sentence.at(end);
        int around = before == '“' && after == '”'
                ? 1
                : before == '《' && after == '》' ? 2 : before == '“' || after == '”' ? 3 : 0;
        int opening = counts.opening(start, end);
        int closing = counts.closing(start, end);
        int marks = opening + closing;
        if (around + marks > 0) {
            out.add(Clue.MARKS.of(around, opening == closing ? Math.min(marks, 1) : 2));
        }
        if (sentence.at(start) == '“' && opening == 1 && closing == 1) {
            out.add(Clue.MARKS.of(around, 3));
        }
    }

    private void known(int start, int end) {
        if (isKnown(start, end)) {
            int type = NameWords.knownType(sentence.text(), start, end);
            boolean whole = sentence.isWhole(start, end);
            out.add(Clue.KNOWN.of(type));
            out.add(Clue.KNOWN_SHAPE.of(type, EdgeClues.bit(whole), Math.min(end - start, 4)));
        }
        if (end - start <= longestQuoted && names.quoted().row(sentence.text(), start, end) >= 0) {
            out.add(Clue.QUOTED_ELSEWHERE.of());
        }
    }

    /** Whether the lists of known names have exactly this. */
    boolean isKnown(int start, int end) {
        if (namesAt != start) {
            namesAt = start;
            longestKnown = NameWords.KNOWN.matchLength(sentence.text(), start, sentence.end());
            longestQuoted = names.quoted().matchLength(sentence.text(), start, sentence.end());
        }
        return end - start <= longestKnown && NameWords.KNOWN.row(sentence.text(), start, end) >= 0;
    }

    /** What the rules hold for a name: exactly this, or something that overlaps it. */
    private void rules(int start, int end, int first) {
        int seen = 0;
        for (int i = first; i < rules.size() && rules.get(i).start() < end; i++) {
            Candidate rule = rules.get(i);
            int type = rule.type().index();
            if (rule.start() == start && rule.end() == end) {
                out.add(Clue.RULE.of(type));
                out.add(Clue.RULE_WEIGHT.of(type, rule.weight()));
            } else if (start < rule.end()) {
                int within = EdgeClues.bit(rule.start() <= start && rule.end() >= end);
                int around = EdgeClues.bit(rule.start() >= start && rule.end() <= end);
                int bit = 1 << (type * 4 + within * 2 + around);
                if ((seen & bit) == 0) {
                    seen |= bit;
                    out.add(Clue.RULE_BESIDE.of(type, within, around));
                }
            }
        }
    }

    /** The first of the rules' names that may reach {@code position}. */
    private int firstRule(int position) {
        int low = 0;
        int high = rules.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rules.get(middle).start() < position - longestRule) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** As {@link StretchShape} has it. */
    int shape(int start, int end) {
        int length = end - start;
        int suffix = edges.ending(Endings.SUFFIX, end, length);
        int proper = Math.max(start + 1, end - suffix);
        boolean named = counts.isNamed(start, proper);
        boolean place = false;
        boolean body = false;
        for (int i = firstRule(start); i < rules.size() && rules.get(i).start() < end; i++) {
            Candidate rule = rules.get(i);
            named |= rule.type() == EntityType.PLACE && rule.start() >= start && rule.end() <= proper;
            if (rule.start() == start && rule.end() < end) {
                place |= rule.type() == EntityType.PLACE;
                body |= rule.type() == EntityType.ORGANIZATION;
            }
        }
        int type = suffix == 0 ? 0 : NameWords.suffixType(sentence.text(), end - suffix, end) + 1;
        return StretchShape.of(named, place, counts.isGeneric(start, end), body, type, suffix == length);
    }

    private void endings(int start, int end, int shape) {
        int length = end - start;
        for (int kind = 0; kind <= Endings.NOTHING; kind++) {
            int ending = edges.ending(kind, end, length);
            if (ending > 0) {
                out.add(Clue.ENDING_SHAPE.of(kind, StretchShape.opening(shape), EdgeClues.bit(ending == length)));
            }
        }
    }

    private void recurs(int start, int end) {
        int seen = names.recurrences().of(sentence.block(), start, end);
        if (seen == 0) {
            return;
        }
        int sides = seen & (Recurrences.OTHER_BEFORE | Recurrences.OTHER_BEHIND);
        int first = sentence.tokenAt(start);
        int last = sentence.tokenAt(end - 1);
        int words = sentence.isWhole(start, end) ? Math.min(last - first + 1, FEW_WORDS) : 0;
        out.add(Clue.RECURS.of(seen >> Recurrences.TIMES, sides));
        out.add(Clue.RECURS_LENGTH.of(sides, Math.min(end - start, MOST_WORDS)));
        out.add(Clue.RECURS_WORDS.of(sides, words));
        out.add(Clue.RECURS_TAGS.of(sides, letter(first), letter(last)));
    }

    private char letter(int word) {
        return sentence.tokens().get(word).tag().charAt(0);
    }

    private void division(int start, int end) {
        if (divisionAt != start) {
            divisionAt = start;
            division = divisions.longestAt(sentence.text(), start);
        }
        if (division.isEmpty()) {
            return;
        }
        int to = division.get().end();
        if (to > end) {
            out.add(Clue.DIVISION_CUT.of());
            return;
        }
        List<Division> bearers = division.get().divisions();
        boolean full = sentence.text()
                .regionMatches(
                        start, bearers.get(0).name(), 0, bearers.get(0).name().length());
        int level = bearers.get(0).level().compareTo(Level.PROVINCE);
        out.add(Clue.DIVISION_NAME.of(EdgeClues.bit(to == end), EdgeClues.bit(full)));
        out.add(Clue.DIVISION.of(EdgeClues.bit(to == end), level, EdgeClues.bit(full)));
        if (to == end) {
            out.add(Clue.DIVISION_BEARERS.of(level, EdgeClues.bit(full), Math.min(bearers.size(), MOST_BEARERS)));
        }
    }

    private void listed(int start, int end) {
        boolean before = sentence.at(start - 1) == '、';
        char after = sentence.at(end);
        if (before || after == '、' || after == '等') {
            out.add(Clue.LISTED.of(
                    EdgeClues.bit(before),
                    after == '等' ? 2 : EdgeClues.bit(after == '、'),
                    Math.min(end - start, LISTED)));
        }
    }
}
