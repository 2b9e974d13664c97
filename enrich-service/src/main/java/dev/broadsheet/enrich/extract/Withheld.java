package dev.broadsheet.enrich.extract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words that the vocabularies are read without. For measuring what is found on a page by somebody who never saw it: the words that no other
 * page has are withheld. Vocabularies are read once in a process, so each page is measured in one of its own.
 */
public final class Withheld {
    /** Names a file with a word in each line. */
    public static final String PROPERTY = "broadsheet.enrich.withheld";

    private static final List<String> VOCABULARIES = List.of(
            "known-names.tsv",
            "public-names.tsv",
            "suffixes.tsv",
            "name-ends.tsv",
            "name-edges.tsv",
            "person-words.tsv",
            "surnames.tsv",
            "quote-cues.tsv",
            "list-heads.tsv");

    private static final Set<String> WORDS = read(System.getProperty(PROPERTY, ""));

    private Withheld() {}

    static boolean holds(String word) {
        return WORDS.contains(word);
    }

    /** Every entry of a vocabulary that stands in this page and in no other of the pages, sorted. */
    public static List<String> onlyIn(String page, List<LabelledArticle> articles) {
        String own = text(articles, page, true);
        String others = text(articles, page, false);
        return VOCABULARIES.stream()
                .flatMap(file -> Table.read(file, 1).column(0).stream())
                .filter(word -> own.contains(word) && !others.contains(word))
                .distinct()
                .sorted()
                .toList();
    }

    private static String text(List<LabelledArticle> articles, String page, boolean own) {
        return articles.stream()
                .filter(article -> article.page().equals(page) == own)
                .flatMap(article -> article.article().blocks().stream())
                .map(block -> FlatText.of(block.text(), false).text())
                .collect(Collectors.joining("\n"));
    }

    private static Set<String> read(String file) {
        try {
            return file.isEmpty() ? Set.of() : new HashSet<>(Files.readAllLines(Path.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(PROPERTY + " names a file that cannot be read: " + file, e);
        }
    }
}
