package dev.broadsheet.enrich.extract;

/** What a Chinese personal name can look like. Stateless. */
final class PersonNames {
    private static final Table SURNAMES = Table.read("surnames.tsv", 2);
    private static final Lexicon SINGLE = Lexicon.of(SURNAMES.group("single"));
    private static final Lexicon RARE = Lexicon.of(SURNAMES.group("rare"));
    private static final Lexicon DOUBLE = Lexicon.of(SURNAMES.group("double"));
    private static final Lexicon NOT_NAME =
            Lexicon.of(Table.read("person-words.tsv", 2).group("not-name"));

    private static final CharacterSet FUNCTION_WORDS = CharacterSet.of("的了在是和与等说向对从将为被把不也都就已还及或这那有个们则");

    private PersonNames() {}

    /** Length of the surname at {@code at}: two, one, or zero. */
    static int surnameLength(String text, int at, int limit) {
        int two = DOUBLE.matchLength(text, at, limit);
        return two > 0 ? two : SINGLE.matchLength(text, at, limit);
    }

    /** As {@link #surnameLength}, with the surnames that are more often ordinary words. */
    static int anySurnameLength(String text, int at, int limit) {
        int length = surnameLength(text, at, limit);
        return length > 0 ? length : RARE.matchLength(text, at, limit);
    }

    static boolean isRare(String text, int at) {
        return RARE.matchLength(text, at, at + 1) > 0;
    }

    static boolean startsOtherWord(String text, int at, int limit) {
        return NOT_NAME.matchLength(text, at, limit) > 0;
    }

    static boolean isPlausible(String name) {
        return name.length() >= 2 && name.length() <= 15 && isGivenName(name, 0, name.length());
    }

    static boolean isGivenName(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            if (c != '·' && !isHan(c)) {
                return false;
            }
        }
        return end > from;
    }

    /** Whether a word of grammar stands there, which ends a name that was only guessed. */
    static boolean holdsFunctionWord(String text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (FUNCTION_WORDS.has(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }
}
