package dev.broadsheet.ingest.feed;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Reads publication, date, edition and page from file names through named groups. A name that does not match wholly, or
 * whose date, edition or page is none or could not be decoded, tells nothing, a publication that could not be decoded no publication: nothing is guessed.
 * Dates are yyyy-MM-dd or yyyyMMdd. Any thread.
 */
public final class FileNamePattern {
    static final Set<String> GROUPS = Set.of("publication", "date", "edition", "page");

    /** PUBLICATION_2024-03-08_A02.txt, also with 第02版 for the page. */
    static final String DEFAULT =
            "(?<publication>[^_]+)_(?<date>\\d{4}-\\d{2}-\\d{2}|\\d{8})_第?(?<page>[A-Za-z]{0,2}\\d{1,3})版?\\.[A-Za-z0-9]+";

    /** Stands for what could not be decoded in a name of another charset than the system's: different papers look the same then. */
    private static final char UNREADABLE = '\uFFFD';

    private static final Pattern GROUP = Pattern.compile("\\(\\?<([a-zA-Z][a-zA-Z0-9]*)>");
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.BASIC_ISO_DATE;

    private final Pattern pattern;
    private final Set<String> groups;

    private FileNamePattern(Pattern pattern, Set<String> groups) {
        this.pattern = pattern;
        this.groups = groups;
    }

    /** Throws IllegalArgumentException with a sentence that says what is wrong with the expression. */
    public static FileNamePattern of(String expression) {
        Set<String> groups = new TreeSet<>();
        Matcher names = GROUP.matcher(expression);
        while (names.find()) {
            groups.add(names.group(1));
        }
        if (groups.isEmpty() || !GROUPS.containsAll(groups)) {
            throw new IllegalArgumentException(
                    "named groups may be " + new TreeSet<>(GROUPS) + ", at least one of them, but are " + groups);
        }
        try {
            return new FileNamePattern(Pattern.compile(expression), groups);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "no regular expression: " + e.getDescription() + " at " + e.getIndex(), e);
        }
    }

    public FileHints read(String fileName) {
        Matcher matcher = pattern.matcher(fileName);
        if (!matcher.matches()) {
            return FileHints.NONE;
        }
        try {
            String publication = group(matcher, "publication");
            FileHints hints = new FileHints(
                    isGarbled(publication) ? null : publication,
                    date(group(matcher, "date")),
                    group(matcher, "edition"),
                    group(matcher, "page"));
            return isGarbled(hints.edition()) || isGarbled(hints.page()) ? FileHints.NONE : hints;
        } catch (DateTimeException e) {
            // The digits look like a date but are none, so the pattern does not understand this name.
            return FileHints.NONE;
        }
    }

    private @Nullable String group(Matcher matcher, String name) {
        String text = groups.contains(name) ? matcher.group(name) : null;
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static boolean isGarbled(@Nullable String text) {
        return text != null && text.indexOf(UNREADABLE) >= 0;
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.indexOf('-') < 0 ? LocalDate.parse(text, DIGITS) : LocalDate.parse(text);
    }

    @Override
    public String toString() {
        return pattern.pattern();
    }
}
