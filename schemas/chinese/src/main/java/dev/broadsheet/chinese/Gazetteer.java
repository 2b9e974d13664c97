package dev.broadsheet.chinese;

import java.util.List;
import java.util.Optional;

/** A list of places that can be asked by name, by code, and for the longest name at a place of a text. */
interface Gazetteer {
    List<Division> named(CharSequence name);

    Optional<Division> byCode(String code);

    /** The length of the longest name in the text at {@code from}, 0 for none. */
    int longestAt(CharSequence text, int from);
}
