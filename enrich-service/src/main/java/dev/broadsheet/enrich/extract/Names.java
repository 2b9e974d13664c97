package dev.broadsheet.enrich.extract;

import java.util.List;

/** Names that the article states for certain, above all its bylines. Immutable. */
final class Names {
    private final Lexicon persons;

    Names(List<SourceByline> bylines) {
        persons = Lexicon.of(bylines.stream()
                .filter(byline -> !byline.role().equalsIgnoreCase("SOURCE"))
                .map(SourceByline::name)
                .filter(name -> PersonNames.isPlausible(name))
                .distinct()
                .toList());
    }

    int personLength(String text, int from, int limit) {
        return persons.matchLength(text, from, limit);
    }
}
