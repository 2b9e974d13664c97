package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.ArrayList;
import java.util.List;

/** The words that may say what one figure of a list measures: those of its thing, with what is said of all things. One object per figure. */
final class ItemWords {
    private static final String NUMERALS = "两二三四五六七八九十";
    private static final char ORDINAL = '第';
    private static final String ORDINALS = "一二三四五六七八九";
    private static final String COUNTERS = "个项类种大家";
    /** What words end in that say what is measured. */
    private static final String MEASURES = "率额量值数费资入润款";

    private static final int MOST = 4;

    private final Sentence sentence;
    private final List<Span> items;
    private final int own;
    private final String shared;
    private final Span behind;

    /**
     * @param own the place of the figure's thing among {@code items}
     * @param shared what the clause behind the things says of all; may be empty
     * @param behind what stands between 分别 and the figures; may be empty
     */
    ItemWords(Sentence sentence, List<Span> items, int own, String shared, Span behind) {
        this.sentence = sentence;
        this.items = items;
        this.own = own;
        this.shared = shared;
        this.behind = behind;
    }

    /** Never empty. */
    List<IndicatorProposal> proposals() {
        Span whole = items.get(items.size() - 1);
        String ordinal = ordinal(whole);
        if (!ordinal.isEmpty()) {
            return withBehind(ordinal);
        }
        int count = count(whole);
        Span item = items.get(own);
        boolean counted = count < whole.end();
        int end = counted && own == items.size() - 1 ? count : item.end();
        String text = text(item.start(), end) + (counted ? text(count + 2, whole.end()) : "");
        List<IndicatorProposal> found = withBehind(text);
        if (!counted && own < items.size() - 1 && !(isMeasure(item) && isMeasure(whole))) {
            addEnds(item, whole, text, found);
        }
        return found;
    }

    private List<IndicatorProposal> withBehind(String text) {
        List<IndicatorProposal> found = new ArrayList<>();
        found.add(item(IndicatorForm.ITEM, text + shared));
        addBehind(text, found);
        return found;
    }

    IndicatorProposal item(IndicatorForm form, String text) {
        int longer = words(items.get(items.size() - 1)) - words(items.get(own));
        return IndicatorProposal.item(form, items.get(own), Math.max(-MOST, Math.min(MOST, longer)) + MOST, text);
    }

    /** 第二产业 of 第一、二、三产业; empty where the things are not numbered. */
    private String ordinal(Span whole) {
        int opening = items.get(0).start();
        int sign = sentence.at(opening) == ORDINAL ? 1 : 0;
        for (int i = 0; i < items.size() - 1; i++) {
            Span item = items.get(i);
            int numeral = item.end() - 1;
            boolean signed = numeral - item.start() == 1 && sentence.at(item.start()) == ORDINAL;
            if (ORDINALS.indexOf(sentence.at(numeral)) < 0 || (numeral > item.start() && !signed)) {
                return "";
            }
        }
        int last = whole.start() + (sentence.at(whole.start()) == ORDINAL ? 1 : 0);
        if (items.size() < 2 || ORDINALS.indexOf(sentence.at(last)) < 0) {
            return "";
        }
        Span item = items.get(own);
        int numeral = own == items.size() - 1 ? last : item.end() - 1;
        return text(opening, opening + sign) + sentence.at(numeral) + text(last + 1, whole.end());
    }

    /** 产值, 收入, 投资: needs no word of another thing to say what is measured. */
    private boolean isMeasure(Span item) {
        return MEASURES.indexOf(sentence.at(item.end() - 1)) >= 0;
    }

    /** Where the last thing ends and how many there are begins: 装备制造|两个产业; else its end. */
    private int count(Span whole) {
        for (int i = whole.start() + 1; i + 1 < whole.end(); i++) {
            if (NUMERALS.indexOf(sentence.at(i)) >= 0
                    && COUNTERS.indexOf(sentence.at(i + 1)) >= 0
                    && sentence.isEdge(i)) {
                return i;
            }
        }
        return whole.end();
    }

    /** 玉米、花生分别收获|3万亩、2万亩: 收获玉米; 甲、乙两个产业分别实现产值|3亿元、2亿元: 甲产业产值. */
    private void addBehind(String text, List<IndicatorProposal> found) {
        if (behind.isEmpty()) {
            return;
        }
        int noun = behind.start();
        for (int i = sentence.tokenAt(noun); noun < behind.end() && sentence.tag(i) == 'v'; i++) {
            Token verb = sentence.token(i);
            noun = verb == null ? behind.end() : verb.end();
        }
        if (noun < behind.end()) {
            found.add(item(IndicatorForm.ITEM_BEHIND, text + text(noun, behind.end())));
        } else {
            found.add(item(IndicatorForm.ITEM_VERB, text(behind.start(), behind.end()) + text));
        }
    }

    /** With what the last thing ends with, which may belong to all. */
    private void addEnds(Span item, Span whole, String text, List<IndicatorProposal> found) {
        int last = sentence.tokenAt(whole.end() - 1);
        int like = sentence.tokenAt(whole.start()) + words(item); // 东部, of 东北|地区光纤用户
        boolean goesOn = addEnd(last, whole, text, IndicatorForm.ITEM_WORD, found)
                && addEnd(last - 1, whole, text, IndicatorForm.ITEM_WORDS, found);
        if (goesOn && like < last - 1) {
            addEnd(like, whole, text, IndicatorForm.ITEM_WORDS, found);
        }
    }

    private int words(Span item) {
        return sentence.tokenAt(item.end() - 1) - sentence.tokenAt(item.start()) + 1;
    }

    /** From that word on; whether there is more in front of it that may belong to all. */
    private boolean addEnd(int word, Span whole, String text, IndicatorForm form, List<IndicatorProposal> found) {
        Token first = sentence.token(word);
        if (first == null || first.start() <= whole.start() || text.endsWith(first.text())) {
            return false;
        }
        found.add(item(form, text + text(first.start(), whole.end()) + shared));
        return true;
    }

    private String text(int start, int end) {
        return sentence.text().substring(start, end);
    }
}
