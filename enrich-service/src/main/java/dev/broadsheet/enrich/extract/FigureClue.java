package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be seen of words that may say what a figure measures, or of whom it is reported. See {@link PackedClue}; most clues carry one small
 * number, a {@link IndicatorForm} or {@link TopicKind}, and at most two parts more.
 */
enum FigureClue {
    /** Of the figure: the sort of its unit, the words beside it, its kind, what stands between it and the words before. */
    UNIT_SORT,
    NEXT_TAG,
    NEXT_WORD,
    PREVIOUS_TAG,
    PREVIOUS_WORD,
    KIND,
    BOTH_TAGS,
    BETWEEN,
    RATE,
    BEHIND_FIGURE,
    /** Of the indicator proposed: how it is made, its size, its first and last words and those beside it. */
    FORM,
    FORM_PLACE,
    WORDS,
    CHARACTERS,
    FIRST_TAG,
    LAST_TAG,
    EDGE_TAGS,
    FIRST_WORD,
    LAST_WORD,
    TAG_BEFORE,
    TAG_AFTER,
    OUTER_TAGS,
    TAGS_AFTER,
    TAGS_AFTER_UNIT,
    WORD_BEFORE,
    WORD_AFTER,
    VERB_TAG,
    VERB_WORD,
    /** What is inside it. */
    HAS_WORD,
    HAS_TAG,
    HAS_NAME,
    NAME_EDGES,
    HAS_MARK,
    VERBS,
    NOUNS,
    SHAPE,
    BEHIND_NAME,
    BEHIND_PERIOD,
    CLAUSE,
    ITEM_NAME,
    ITEM_END,
    ITEM_TAG,
    /** Its characters, alone, two by two, and the last one or two with the sort of the unit. */
    CHARACTER,
    PAIR,
    UNIT_END,
    UNIT_PAIR,
    /** What of its clause it leaves out, and what stands between it and the figure. */
    LEFT_OUT,
    LEFT_OUT_TAG,
    LEFT_OUT_WORD,
    SKIPPED_TAG,
    SKIPPED_WORD,
    /** Of words that may go with the indicator of the figure before, and of how the two figures stand to each other. */
    LAST_UNIT,
    LAST_KIND,
    LAST_GAP,
    OWN_FIRST,
    OWN_LAST,
    OWN_TAGS,
    /** Of a topic: what it is, where it was named last, and how. */
    TOPIC,
    TOPIC_PLACE,
    TOPIC_UNIT,
    TOPIC_OPENS,
    TOPIC_BESIDE,
    TOPIC_HEADLINE,
    TOPIC_LEAD,
    TOPIC_ROLE,
    TOPIC_BEFORE,
    TOPIC_AFTER,
    TOPIC_TIMES,
    TOPIC_MOST,
    TOPIC_RANK,
    TOPIC_OPENINGS,
    TOPIC_REGION,
    TOPIC_PART,
    TOPIC_END,
    /** Of a place: how high it stands, and whether a body acts for it. */
    TOPIC_LEVEL,
    TOPIC_OWNS,
    /** It is what the figure measures, or a part of it. */
    TOPIC_MEASURED,
    TOPIC_LENGTH,
    /** Of a noun that opens a clause: where, and its words. */
    NOUN,
    NOUN_PLACE,
    NOUN_UNIT,
    NOUN_NEXT,
    NOUN_WORDS,
    NOUN_TAGS,
    NOUN_LENGTH,
    NOUN_NAME,
    NOUN_BESIDE,
    NOUN_MEASURED,
    NOUN_VERB,
    /** Nothing is said of whom. */
    NO_TOPIC;

    private static final List<FigureClue> KINDS = List.of(values());

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

    /** The first two characters of a word. */
    long of(int a, @Nullable Token word) {
        return word == null ? of(a) : of(a, word.text());
    }

    /** The first two characters of a text. */
    long of(int a, CharSequence text) {
        return of(a, text.length() > 0 ? text.charAt(0) : 0, text.length() > 1 ? text.charAt(1) : 0);
    }

    /** The first two characters of a part of a text. */
    long of(int a, String text, int start, int end) {
        return of(a, start < end ? text.charAt(start) : 0, start + 1 < end ? text.charAt(start + 1) : 0);
    }

    /** Whether it is of what a figure may be about, not of what it measures. */
    @SuppressWarnings("EnumOrdinal")
    static boolean isOfSubject(long clue) {
        return PackedClue.kind(clue) > TOPIC.ordinal();
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
