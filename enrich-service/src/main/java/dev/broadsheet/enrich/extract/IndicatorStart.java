package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.List;

/** Tells where before a figure the words that say what it measures may begin. One object per figure. */
final class IndicatorStart {
    /** What ends a word, wherever the segmenter parts it: 常态|化|储备. */
    private static final String SUFFIXES = "化性率";

    /** Verbs of having are no part of what they tell the number of: 现有|学校9所. */
    private static final Lexicon HAVING =
            Lexicon.of(Table.read("figure-words.tsv", 2).group("having"));

    /** Goes with what it stands before: 最|小的一笔. */
    private static final char MOST = '最';

    private final Sentence sentence;
    private final List<Span> periods;
    private final List<Candidate> names;
    private final int clause;

    /** @param clause where the figure's clause begins */
    IndicatorStart(Sentence sentence, List<Span> periods, List<Candidate> names, int clause) {
        this.sentence = sentence;
        this.periods = periods;
        this.names = names;
        this.clause = clause;
    }

    /** 地区生产总值 of the word 年地区生产总值, whose first character belongs to 2023年. */
    int of(Token word) {
        for (Span period : periods) {
            if (period.start() < word.start() && word.start() < period.end() && period.end() < word.end()) {
                return period.end();
            }
        }
        return word.start();
    }

    /** Not the name of whom it is said (青川县|生产总值, 全镇|种植花椒), nor what a word that goes with it has lost (总|投资). */
    boolean isOpen(int start, int index, int end) {
        int place = TopicWords.placeLength(sentence.text(), start, end);
        if (place > 0 && start + place < end && sentence.isEdge(start + place)) {
            return false;
        }
        if (HAVING.matchLength(sentence.text(), start, end) > 0) {
            return false;
        }
        boolean suffix = SUFFIXES.indexOf(sentence.at(start)) >= 0;
        boolean parted = start > clause && ((suffix && sentence.isEdge(start + 1)) || sentence.at(start - 1) == MOST);
        if (isInPeriod(start) || parted) {
            return false;
        }
        Token before = start > clause ? sentence.token(index - 1) : null;
        before = before != null && isInPeriod(before) ? null : before;
        return (before == null || (WordTag.of(before) != 'b' && !FigureWords.isAttribute(before.text())))
                && !isRefused(start, end);
    }

    private boolean isRefused(int start, int end) {
        for (Candidate name : names) {
            if (refuses(name, start, end)) {
                return true;
            }
        }
        return false;
    }

    /** Begins inside the name, or with that of whom it is said. */
    private static boolean refuses(Candidate name, int start, int end) {
        boolean acts = name.type() == EntityType.PLACE
                || name.type() == EntityType.ORGANIZATION
                || name.type() == EntityType.PERSON;
        boolean isOf = name.type() == EntityType.PROJECT && name.end() < end; // it is counted itself: 新建|…水库|3座
        return (name.start() < start && start < name.end())
                || ((acts || isOf) && name.start() == start && name.end() <= end);
    }

    /** 拥有|专利480项: whether the clause says what there is, which is of nothing told before. */
    boolean opensWithHaving(int end) {
        return HAVING.matchLength(sentence.text(), clause, end) > 0;
    }

    /** Whether the name of a place goes on there. */
    boolean isInPlace(int position) {
        return names.stream()
                .anyMatch(name -> name.type() == EntityType.PLACE && name.start() < position && position < name.end());
    }

    /** Whether the word ends in a time. */
    boolean isInPeriod(Token word) {
        return isInPeriod(word.end() - 1);
    }

    private boolean isInPeriod(int position) {
        for (Span period : periods) {
            if (period.covers(position)) {
                return true;
            }
        }
        return false;
    }
}
