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
    /** 大会, and whatever else names end with. */
    static final Lexicon CLASS = Lexicon.of(classes());

    private TopicWords() {}

    private static Set<String> classes() {
        return Stream.concat(WORDS.group("class").stream(), SUFFIXES.stream())
                .filter(word -> word.length() > 1)
                .collect(Collectors.toUnmodifiableSet());
    }
}
