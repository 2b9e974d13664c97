package dev.broadsheet.enrich.extract;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that stand for what an article has named before. Immutable. */
final class TopicWords {
    private static final Table WORDS = Table.read("topic-words.tsv", 2);
    private static final List<String> SUFFIXES = Table.read("suffixes.tsv", 3).column(0);

    /** 全国, 我国. */
    static final Lexicon NATION = Lexicon.of(WORDS.group("nation"));
    /** 市 of 全市, 公司 of 该公司. */
    static final Lexicon PLACE = Lexicon.of(WORDS.group("place"));

    static final Lexicon BODY = Lexicon.of(WORDS.group("body"));
    static final Lexicon PROJECT = Lexicon.of(WORDS.group("project"));
    static final Lexicon PLATFORM = Lexicon.of(WORDS.group("platform"));
    /** 公司 where it opens a clause. */
    static final Lexicon AGAIN = Lexicon.of(WORDS.group("again"));
    /** 他. */
    static final Lexicon PERSON = Lexicon.of(WORDS.group("person"));
    /** 本次 of 本次大会. */
    static final Lexicon POINTER = Lexicon.reversed(WORDS.group("pointer"));
    /** 发布, 显示: whose clause it is in told something. */
    static final Lexicon TELLS = Lexicon.of(WORDS.group("tells"));
    /** 大会, and whatever else names end with. */
    static final Lexicon CLASS = Lexicon.of(classes());

    private TopicWords() {}

    /** Length of 全国, 全市 or 该县 there, which say of where the figure is; 0 where there is none. */
    static int placeLength(String text, int from, int limit) {
        int nation = NATION.matchLength(text, from, limit);
        if (nation > 0 || from >= limit || !isThis(text.charAt(from))) {
            return nation;
        }
        int place = PLACE.matchLength(text, from + 1, limit);
        return place == 0 ? 0 : place + 1;
    }

    /** The 全 of 全市, the 该 of 该公司. */
    static boolean isThis(char c) {
        return c == '全' || c == '该' || c == '我' || c == '本';
    }

    private static Set<String> classes() {
        return Stream.concat(WORDS.group("class").stream(), SUFFIXES.stream())
                .filter(word -> word.length() > 1)
                .collect(Collectors.toUnmodifiableSet());
    }
}
