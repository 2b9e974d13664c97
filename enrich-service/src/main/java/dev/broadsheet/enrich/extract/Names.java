package dev.broadsheet.enrich.extract;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an article says of its names as a whole: the persons and bodies of its bylines, short names of counties it names in full, what
 * stands between quotation marks somewhere, and what comes again. Immutable.
 */
final class Names {
    private final Lexicon persons;
    private final Lexicon bodies;
    private final Lexicon places;
    private final Lexicon quoted;
    private final Recurrences recurrences;

    Names(List<SourceByline> bylines, Lexicon places, Lexicon quoted, Recurrences recurrences) {
        this.recurrences = recurrences;
        this.places = places;
        this.quoted = quoted;
        Set<String> sources = bylines.stream()
                .filter(Names::isSource)
                .map(SourceByline::name)
                .filter(PersonNames::isPlausible)
                .collect(Collectors.toCollection(TreeSet::new));
        bodies = Lexicon.of(sources);
        persons = Lexicon.of(bylines.stream()
                .filter(byline -> !isSource(byline) && !sources.contains(byline.name()))
                .map(SourceByline::name)
                .filter(PersonNames::isPlausible)
                .distinct()
                .toList());
    }

    int personLength(String text, int from, int limit) {
        return persons.matchLength(text, from, limit);
    }

    int bodyLength(String text, int from, int limit) {
        return bodies.matchLength(text, from, limit);
    }

    int placeLength(String text, int from, int limit) {
        return places.matchLength(text, from, limit);
    }

    Lexicon quoted() {
        return quoted;
    }

    Recurrences recurrences() {
        return recurrences;
    }

    private static boolean isSource(SourceByline byline) {
        return byline.role().equalsIgnoreCase("SOURCE");
    }
}
