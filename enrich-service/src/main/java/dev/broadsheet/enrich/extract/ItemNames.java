package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The places or bodies that the things of a list are. One object per list. */
final class ItemNames {
    private static final String NUMERALS = "两二三四五六七八九十";
    /** What makes a property of the word before, whatever the segmenter takes it for. */
    private static final String MEASURES = "率额量值数";

    private static final String DIVISIONS = "省市县区州国地镇乡村家";

    private final Sentence sentence;
    private final List<Span> items;
    private final List<Candidate> names;

    ItemNames(Sentence sentence, List<Span> items, List<Candidate> names) {
        this.sentence = sentence;
        this.items = items;
        this.names = names;
    }

    /** Whether each of the things is one. */
    boolean areAll() {
        for (int i = 0; i < items.size(); i++) {
            if (of(i) == null) {
                return false;
            }
        }
        return !items.isEmpty();
    }

    /** The name of the thing in that place; null where it is none. */
    @Nullable
    String text(int index) {
        Candidate name = of(index);
        return name == null ? null : sentence.text().substring(name.start(), name.end());
    }

    /** A name alone; behind the last one may stand what all have (乙县|合格率), before the first one what makes them a list (合格率较高的|甲县). */
    private @Nullable Candidate of(int index) {
        Span item = items.get(index);
        for (Candidate name : names) {
            boolean body = name.type() == EntityType.PLACE || name.type() == EntityType.ORGANIZATION;
            boolean opens = begins(name, item)
                    || (index == 0 && name.start() > item.start() && sentence.at(name.start() - 1) == '的');
            boolean ends = name.end() == item.end() || (index == items.size() - 1 && name.end() < item.end() && opens);
            if (body && opens && ends) {
                return name;
            }
        }
        return null;
    }

    /** Opens the thing, or stands behind a place that does: 南疆|喀什. */
    private boolean begins(Candidate name, Span item) {
        return name.start() == item.start()
                || names.stream().anyMatch(wider -> wider.start() == item.start() && wider.end() == name.start());
    }

    /** What all of them have: 合格率 of 甲县、乙县合格率, of 甲县、乙县两县合格率 and of 合格率较高的甲县、乙县; empty where nothing is said. */
    String shared() {
        Candidate first = of(0);
        Candidate last = of(items.size() - 1);
        if (first == null || last == null) {
            return "";
        }
        int end = items.get(items.size() - 1).end();
        int start = behindCount(last.end(), end);
        return start < end
                ? sentence.text().substring(start, end)
                : noun(items.get(0).start(), first.start() - 1);
    }

    /** Behind 等, 三市 and 等三市. */
    private int behindCount(int from, int end) {
        int at = from < end && sentence.at(from) == '等' ? from + 1 : from;
        boolean counted = at + 1 < end && NUMERALS.indexOf(sentence.at(at)) >= 0;
        int division = counted ? at + 1 : at;
        boolean divides = division < end && (counted || at > from) && DIVISIONS.indexOf(sentence.at(division)) >= 0;
        return divides ? division + 1 : at;
    }

    /** The words up to the last noun: 合格率 of 合格率较高. */
    private String noun(int start, int end) {
        for (int i = end > start ? sentence.tokenAt(end - 1) : -1; i >= 0; i--) {
            Token word = sentence.token(i);
            if (word == null || word.start() < start) {
                return "";
            }
            if (WordTag.isNoun(WordTag.of(word))) {
                int behind = word.end() + (MEASURES.indexOf(sentence.at(word.end())) >= 0 ? 1 : 0);
                return sentence.text().substring(start, Math.min(end, behind));
            }
        }
        return "";
    }
}
