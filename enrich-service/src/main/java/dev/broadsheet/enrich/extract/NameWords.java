package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.NameContexts;
import dev.broadsheet.chinese.Thesaurus;
import java.util.List;
import java.util.stream.Stream;

/** The vocabularies that tell names. Immutable. */
final class NameWords {
    private static final List<List<String>> SUFFIX_ROWS =
            Table.read("suffixes.tsv", 3).rows();
    private static final List<String> SUFFIX_WORDS =
            SUFFIX_ROWS.stream().map(row -> row.get(0)).toList();
    private static final int[] SUFFIX_TYPES = types(SUFFIX_ROWS);
    static final Lexicon SUFFIXES = Lexicon.of(SUFFIX_WORDS);

    private static final List<List<String>> KNOWN_ROWS = Stream.of("known-names.tsv", "public-names.tsv")
            .flatMap(file -> Table.read(file, 2).rows().stream())
            .toList();
    private static final int[] KNOWN_TYPES = types(KNOWN_ROWS);
    /** Names that are known countrywide. */
    static final Lexicon KNOWN =
            Lexicon.of(KNOWN_ROWS.stream().map(row -> row.get(0)).toList());

    private static final Table CUES = Table.read("quote-cues.tsv", 2);
    static final Lexicon PLATFORM_AFTER = Lexicon.of(CUES.group("platform-after"));
    static final Lexicon PROGRAMME_AFTER = Lexicon.of(CUES.group("programme-after"));
    static final Lexicon PROGRAMME_BEFORE = Lexicon.reversed(CUES.group("programme-before"));

    private static final Table PERSON_WORDS = Table.read("person-words.tsv", 2);
    static final Lexicon TITLE_ENDS = Lexicon.reversed(PERSON_WORDS.group("title"));
    static final Lexicon SPEECH = Lexicon.of(PERSON_WORDS.group("speech"));
    static final Lexicon ADDRESS = Lexicon.of(PERSON_WORDS.group("address"));

    static final Endings ENDINGS = Endings.of(Table.read("name-ends.tsv", 2), SUFFIX_WORDS, CUES.group("document"));

    static final Thesaurus THESAURUS = Thesaurus.load();
    static final WordClasses CLASSES = WordClasses.load();
    static final NameContexts CONTEXTS = NameContexts.load();

    private NameWords() {}

    /** Ordinal of the type of a suffix that stands there. */
    static int suffixType(String text, int from, int end) {
        return SUFFIX_TYPES[SUFFIXES.row(text, from, end)];
    }

    /** Ordinal of the type of the known name that is exactly there, or -1. */
    static int knownType(String text, int from, int end) {
        int row = KNOWN.row(text, from, end);
        return row < 0 ? -1 : KNOWN_TYPES[row];
    }

    private static int[] types(List<List<String>> rows) {
        return rows.stream()
                .mapToInt(row -> EntityType.valueOf(row.get(1)).index())
                .toArray();
    }
}
