package dev.broadsheet.enrich.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads an operator's folder: every {@code *.tsv} file in it, in the order of their names; columns name, type and, if wanted, a comment;
 * blank lines and those that start with {@code #} are passed over. What cannot be used is noted with file and line, the rest is taken.
 * One thread, one folder.
 */
public final class VocabularyReader {
    /** More names than this are left out, so that a folder cannot fill the heap. */
    static final int MOST_NAMES = 2_000_000;
    /** Problems told; all are counted. */
    static final int MOST_PROBLEMS = 20;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final List<Path> files;
    private final NameRows names = new NameRows();
    private final List<String> problems = new ArrayList<>();
    private int rejectedFiles;
    private long rejectedRows;

    private VocabularyReader(List<Path> files) {
        this.files = files;
    }

    /** IOException where the folder is none or cannot be listed. */
    public static LoadedVocabulary read(Path folder) throws IOException {
        VocabularyReader reader = new VocabularyReader(files(folder));
        for (int file = 0; file < reader.files.size(); file++) {
            reader.file(file);
        }
        return reader.loaded();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            // Not "regular files": a link that leads nowhere is told.
            return all.filter(file -> isTable(file.getFileName().toString()) && !Files.isDirectory(file))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString()))
                    .toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Hidden files are what editors and archives leave behind. */
    private static boolean isTable(String name) {
        return name.endsWith(".tsv") && !name.startsWith(".");
    }

    private LoadedVocabulary loaded() {
        return new LoadedVocabulary(
                new Vocabulary(names), files.size() - rejectedFiles, rejectedFiles, rejectedRows, problems);
    }

    /** A file counts whole or not at all. */
    private void file(int file) {
        Path path = files.get(file);
        int namesBefore = names.size();
        int problemsBefore = problems.size();
        long rejectedBefore = rejectedRows;
        try {
            rows(path, file);
        } catch (IOException e) {
            names.cut(namesBefore);
            problems.subList(problemsBefore, problems.size()).clear();
            rejectedRows = rejectedBefore;
            rejectedFiles++;
            problem(path.getFileName() + ": " + flaw(path, e));
        }
    }

    private void rows(Path path, int file) throws IOException {
        try (BoundedLines lines = new BoundedLines(Files.newBufferedReader(path), VocabularyRow.LONGEST_LINE)) {
            int number = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                number++;
                String bare = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
                if (!bare.isBlank() && !bare.startsWith("#")) {
                    row(bare, file, number);
                }
            }
        }
    }

    private static String flaw(Path file, IOException cause) {
        try {
            int line = cause instanceof CharacterCodingException ? Utf8.firstBadLine(file) : 0;
            return line == 0
                    ? "cannot be read (" + cause + ")"
                    : "is not UTF-8 (line " + line + "), so nothing of it is used";
        } catch (IOException e) {
            return "cannot be read (" + e + ")";
        }
    }

    private void row(String line, int file, int number) {
        String why = rejected(VocabularyRow.of(line), file, number);
        if (why != null) {
            rejectedRows++;
            problem(place(file, number) + ": " + why);
        }
    }

    private @Nullable String rejected(VocabularyRow row, int file, int number) {
        if (row instanceof VocabularyRow.Flaw flaw) {
            return flaw.why();
        }
        if (names.size() == MOST_NAMES) {
            return "there are " + MOST_NAMES + " names already";
        }
        VocabularyRow.Name name = (VocabularyRow.Name) row;
        int known = names.add(name.name(), name.type(), file, number);
        return known < 0
                ? null
                : "\"" + VocabularyRow.shown(name.name()) + "\" is listed as " + names.type(known) + " already, in "
                        + place(names.file(known), names.line(known));
    }

    private String place(int file, int line) {
        return files.get(file).getFileName() + ":" + line;
    }

    private void problem(String problem) {
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }
}
