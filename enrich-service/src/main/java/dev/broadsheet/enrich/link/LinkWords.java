package dev.broadsheet.enrich.link;

import dev.broadsheet.enrich.extract.Lexicon;
import dev.broadsheet.enrich.extract.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The vocabularies of linking. Immutable. */
final class LinkWords {
    private static final Set<String> GROUPS = Set.of(
            "nationwide",
            "not-place",
            "legal-form",
            "class",
            "place-class",
            "role-head",
            "role",
            "feature",
            "organ",
            "behind-city",
            "area",
            "shared-role");
    private static final Table WORDS = Table.read(LinkWords.class, "link-words.tsv", 2, LinkWords::check);
    private static final Table PERSON_WORDS = Table.read(Table.class, "person-words.tsv", 2, row -> {});

    /** What opens the names of bodies that belong to no place below the state. */
    static final Lexicon NATIONWIDE = Lexicon.of(WORDS.group("nationwide"));
    /** Names of places that open the names of bodies elsewhere, too. */
    static final Lexicon NOT_PLACE = Lexicon.of(WORDS.group("not-place"));

    /** Mountains and waters that prefectures are called after. */
    static final Lexicon FEATURES = Lexicon.of(WORDS.group("feature"));

    /** What may follow a level (县教育局): a body of the state, a school, a hospital. */
    static final Lexicon ORGANS = Lexicon.of(WORDS.group("organ"));
    /** What follows the short name of a city that the article need not name (某某大学). */
    static final Lexicon BEHIND_CITY = Lexicon.of(WORDS.group("behind-city"));
    /** Functional areas, as they are called where the article has the full name. */
    static final List<String> AREAS = WORDS.group("area");
    /** Roles that a list of persons may have together. */
    static final List<String> SHARED_ROLES = WORDS.group("shared-role");

    static final Lexicon LEGAL_FORMS = Lexicon.reversed(WORDS.group("legal-form"));
    static final List<String> CLASSES = WORDS.group("class");
    static final List<String> PLACE_CLASSES = WORDS.group("place-class");
    static final Lexicon ROLE_HEADS = Lexicon.reversed(WORDS.group("role-head"));
    /** Titles, to be found where they end, and where they start. */
    static final Lexicon ROLES_REVERSED = Lexicon.reversed(roles());

    static final Lexicon ROLES = Lexicon.of(roles());
    static final Lexicon SPEECH = Lexicon.of(PERSON_WORDS.group("speech"));

    private LinkWords() {}

    private static List<String> roles() {
        List<String> roles = new ArrayList<>(PERSON_WORDS.group("title"));
        roles.addAll(WORDS.group("role"));
        return roles;
    }

    private static void check(List<String> row) {
        if (!GROUPS.contains(row.get(1))) {
            throw new IllegalArgumentException("no group of words is called " + row.get(1));
        }
    }
}
