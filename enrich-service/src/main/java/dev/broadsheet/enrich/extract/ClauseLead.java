package dev.broadsheet.enrich.extract;

import java.util.List;

/** What opens a clause before it says of what it tells: times, 其中, 同时, the names of those who act. Stateless. */
final class ClauseLead {
    private ClauseLead() {}

    /**
     * Behind all that leads from {@code from}, before {@code end}.
     *
     * @param names that lead as well; none where they are what the clause tells of
     */
    static int skip(Sentence sentence, List<Span> periods, List<Candidate> names, int from, int end) {
        int start = from;
        for (int next = behindOne(sentence, periods, names, start, end); next != start; ) {
            start = next;
            next = behindOne(sentence, periods, names, start, end);
        }
        return start;
    }

    private static int behindOne(Sentence sentence, List<Span> periods, List<Candidate> names, int start, int end) {
        for (Span period : periods) {
            if (period.start() == start && period.end() < end) {
                return period.end();
            }
        }
        for (Candidate name : names) {
            if (name.start() <= start && name.end() > start && name.end() < end) {
                return name.end();
            }
        }
        int length = FigureWords.leadLength(sentence.text(), start, end);
        boolean inWord = length == 1 && !sentence.isEdge(start + 1); // the 在 of 在建
        return !inWord && start + length < end ? start + length : start;
    }
}
