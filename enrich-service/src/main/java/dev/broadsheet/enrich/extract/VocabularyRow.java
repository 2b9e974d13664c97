package dev.broadsheet.enrich.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A row of an operator's file: name, type and, if wanted, a comment. */
sealed interface VocabularyRow permits VocabularyRow.Name, VocabularyRow.Flaw {
    /**
     * A row that can be used.
     *
     * @param name as texts are folded, so that it is found in any width and between any marks
     */
    record Name(String name, EntityType type) implements VocabularyRow {}

    /**
     * A row that cannot be used.
     *
     * @param why as a sentence goes on behind file and line
     */
    record Flaw(String why) implements VocabularyRow {}

    /** UTF-16 units of a line; one that is longer is no row that a person wrote. */
    int LONGEST_LINE = 4000;
    /** Characters of a name. */
    int SHORTEST = 2;
    /** UTF-16 units of a name. */
    int LONGEST = 60;

    int COLUMNS = 3;
    int LONGEST_SHOWN = 30;
    Map<String, EntityType> TYPES =
            Arrays.stream(EntityType.values()).collect(Collectors.toMap(EntityType::name, Function.identity()));

    static VocabularyRow of(String line) {
        if (line.length() > LONGEST_LINE) {
            return new Flaw("the line is longer than " + LONGEST_LINE + " characters");
        }
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() < COLUMNS - 1 || cells.size() > COLUMNS) {
            return new Flaw("expected name, type and perhaps a comment with tabs between them, not " + cells.size()
                    + (cells.size() == 1 ? " column" : " columns"));
        }
        EntityType type = TYPES.get(cells.get(1).strip().toUpperCase(Locale.ROOT));
        if (type == null) {
            return new Flaw("the type is \"" + shown(cells.get(1)) + "\", not one of "
                    + Arrays.stream(EntityType.values()).map(EntityType::name).collect(Collectors.joining(", ")));
        }
        return named(bare(FlatText.of(cells.get(0), false).text()), type);
    }

    private static VocabularyRow named(String name, EntityType type) {
        if (name.codePointCount(0, name.length()) < SHORTEST) {
            return new Flaw("the name is shorter than " + SHORTEST + " characters");
        }
        if (name.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return new Flaw("the name has no letter or digit");
        }
        if (name.length() > LONGEST) {
            return new Flaw("the name is longer than " + LONGEST + " characters");
        }
        if (Sentences.of(name).size() > 1) {
            return new Flaw("the name holds the end of a sentence, so it would never be found");
        }
        return new Name(name, type);
    }

    /** Without the quotation marks around it, which belong to no name. */
    private static String bare(String name) {
        boolean quoted = name.length() > 2
                && name.charAt(0) == '“'
                && name.indexOf('”') == name.length() - 1
                && name.lastIndexOf('“') == 0;
        return quoted ? name.substring(1, name.length() - 1) : name;
    }

    /** What somebody else wrote, safe to print. */
    static String shown(String cell) {
        String printable = cell.replaceAll("\\p{Cntrl}", "?");
        return printable.length() <= LONGEST_SHOWN ? printable : printable.substring(0, LONGEST_SHOWN) + "…";
    }
}
