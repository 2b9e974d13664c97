package dev.broadsheet.enrich.extract;

import java.util.List;

/**
 * What can be seen of a stretch of text that may be a name. See {@link PackedClue}.
 */
enum Clue {
    BIAS,
    LENGTH,
    TOKENS,
    /** The stretch itself, where it has at most three characters. */
    WHOLE,
    FIRST,
    LAST,
    BEFORE,
    AFTER,
    TOKEN_BEFORE,
    TOKEN_AFTER,
    TAG_BEFORE,
    TAG_AFTER,
    TAG_FIRST,
    TAG_LAST,
    /** Whether the edges are edges of words. */
    EDGES,
    /** The tags of a stretch of one, two or three words. */
    SHAPE,
    /** Quotation marks or title marks around it, and marks inside. */
    MARKS,
    BEHIND_MARKS,
    AHEAD_OF_MARKS,
    /** A rule that holds exactly the stretch for a name; its weight; one that overlaps the stretch. */
    RULE,
    RULE_WEIGHT,
    RULE_BESIDE,
    /** The division list has the stretch, or a name that it begins with; one that goes on behind it; how many places have the name. */
    DIVISION,
    DIVISION_NAME,
    DIVISION_CUT,
    DIVISION_BEARERS,
    /** Whether something proper is in it, it opens with a place or a body, or only describes. */
    NAMED,
    /** The lists of known names have it. */
    KNOWN,
    KNOWN_SHAPE,
    ENDING,
    ENDING_SHAPE,
    /** It ends as documents do. */
    DOCUMENT,
    /** Words that names seldom have. */
    INSIDE,
    STOP_INSIDE,
    /** Between two words that both belong to it: their tags, the last of the one and the first of the other, their kinds of meaning. */
    JOINT_TAGS,
    JOINT_LEFT,
    JOINT_RIGHT,
    JOINT_LEFT_MEANING,
    JOINT_RIGHT_MEANING,
    JOINT_CONTEXT,
    /** A name could end between them, or one of the rules' does, or begins. */
    JOINT_ENDING,
    JOINT_RULE,
    /** Digits and Latin letters. */
    LETTERS,
    SUFFIX,
    SUFFIX_TYPE,
    SUFFIX_SHAPE,
    SURNAME_FORM,
    SURNAME_WORDS,
    SURNAME_CUES,
    SURNAME_TAG,
    TITLE_BEFORE,
    SPEECH_AFTER,
    CUE_AFTER,
    CUE_BEFORE,
    /** It stands in an enumeration. */
    LISTED,
    /** The article has the same words between quotation marks. */
    QUOTED_ELSEWHERE,
    /** Beyond the quotation marks around it: the word before, the word behind, their tags and kinds of meaning. */
    BEYOND_LEFT,
    BEYOND_RIGHT,
    BEYOND_TAG,
    BEYOND_MEANING,
    /** The last noun of what goes on behind its marks, and of what says what the list is of that it stands in; how names end so, its kind of meaning. */
    MARKED_HEAD,
    MARKED_KIND,
    LIST_HEAD,
    LIST_KIND,
    /**
     * The article has it more than once: how often, and whether beside other characters; that and its length, the number of its words, the tags
     * of the first and the last.
     */
    RECURS,
    RECURS_LENGTH,
    RECURS_WORDS,
    RECURS_TAGS,
    HEADLINE,
    /** The kind of meaning of the words beside it, and of its first and last. */
    MEANING_BEFORE,
    MEANING_AFTER,
    MEANING_FIRST,
    MEANING_LAST,
    /** What keeps the same company as these words: {@link WordClasses}. */
    CLASS_BEFORE,
    CLASS_AFTER,
    CLASS_FIRST,
    CLASS_LAST,
    /** How often these words stand there in other newspapers. */
    CONTEXT_BEFORE,
    CONTEXT_AFTER,
    CONTEXT_LAST,
    /** How often its characters are a surname and a given name. */
    GIVEN_NAME,
    /** The name before it: how the two are joined, and its type. */
    FOLLOWS;

    private static final List<Clue> KINDS = List.of(values());

    long of() {
        return of(0, 0, 0);
    }

    long of(int a) {
        return of(a, 0, 0);
    }

    long of(int a, int b) {
        return of(a, b, 0);
    }

    /** Packed by its place in this list, which no file remembers: the model's is written with names. */
    @SuppressWarnings("EnumOrdinal")
    long of(int a, int b, int c) {
        return PackedClue.of(ordinal() + 1, a, b, c);
    }

    /** The first at most three characters of {@code text}. */
    long of(CharSequence text) {
        int n = text.length();
        return of(n > 0 ? text.charAt(0) : 0, n > 1 ? text.charAt(1) : 0, n > 2 ? text.charAt(2) : 0);
    }

    /** The same of a part of {@code text}, which has at most three characters. */
    long of(String text, int start, int end) {
        return of(
                text.charAt(start),
                start + 1 < end ? text.charAt(start + 1) : 0,
                start + 2 < end ? text.charAt(start + 2) : 0);
    }

    /** For the model's file. */
    static String name(long clue) {
        return KINDS.get(PackedClue.kind(clue) - 1).name() + PackedClue.parts(clue);
    }

    /** What {@link #name} wrote; IllegalArgumentException where it is something else. */
    @SuppressWarnings("EnumOrdinal")
    static long parse(String name) {
        return PackedClue.parse(
                name, valueOf(name.substring(0, Math.max(0, name.indexOf(' ')))).ordinal() + 1);
    }
}
