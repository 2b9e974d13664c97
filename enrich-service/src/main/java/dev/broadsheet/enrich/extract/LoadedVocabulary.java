package dev.broadsheet.enrich.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An operator's folder as it was read. Of its files {@code rows read = names loaded + rows rejected}, comments and blank lines being no
 * rows.
 *
 * @param files read, those rejected not among them
 * @param rejectedFiles that could not be read, or are not UTF-8; no row of theirs counts anywhere
 * @param problems of the first rejected files and rows, a sentence each that begins with file and line
 */
public record LoadedVocabulary(
        Vocabulary vocabulary, int files, int rejectedFiles, long rejectedRows, List<String> problems) {
    /** Where there is no folder. */
    public static final LoadedVocabulary NONE = new LoadedVocabulary(Vocabulary.NONE, 0, 0, 0, List.of());

    public LoadedVocabulary {
        problems = List.copyOf(problems);
    }

    public boolean isWhole() {
        return rejectedFiles == 0 && rejectedRows == 0;
    }

    /** For a person: what was rejected, how much of it is not told, and what came of the folder. */
    public List<String> report(Path folder) {
        List<String> lines = new ArrayList<>(problems);
        long untold = rejectedFiles + rejectedRows - problems.size();
        if (untold > 0) {
            lines.add("and " + untold + " more that cannot be used");
        }
        lines.add(folder + ": " + count(vocabulary.size(), "name") + " in " + count(files, "file") + "; rejected: "
                + count(rejectedRows, "row") + ", " + count(rejectedFiles, "file"));
        return lines;
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
