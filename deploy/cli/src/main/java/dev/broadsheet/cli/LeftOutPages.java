package dev.broadsheet.cli;

import dev.broadsheet.enrich.extract.LabelledArticle;
import dev.broadsheet.enrich.extract.NameScores;
import dev.broadsheet.enrich.extract.Withheld;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures each printed page without its labels and without the vocabulary entries that no other page has, in a process of its own:
 * vocabularies are read once in a process.
 */
final class LeftOutPages {
    private final List<LabelledArticle> printed;
    private final List<String> arguments;

    /** @param arguments of train-names, without --leave-one-out */
    LeftOutPages(List<LabelledArticle> printed, List<String> arguments) {
        this.printed = printed;
        this.arguments = arguments;
    }

    NameScores measure(String prefix) throws IOException {
        NameScores scores = new NameScores();
        List<String> pages = LabelledArticle.pages(printed, prefix);
        for (String page : pages) {
            scores.add(measured(page));
        }
        return scores;
    }

    private String measured(String page) throws IOException {
        Path words = Files.createTempFile("withheld", ".txt");
        try {
            Files.write(words, Withheld.onlyIn(page, printed));
            return output(command(page, words));
        } finally {
            Files.deleteIfExists(words);
        }
    }

    private List<String> command(String page, Path words) {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "-Xmx" + Runtime.getRuntime().maxMemory(),
                "-D" + Withheld.PROPERTY + "=" + words,
                "-cp",
                System.getProperty("java.class.path"),
                BroadsheetMain.class.getName(),
                "train-names"));
        command.addAll(arguments);
        command.addAll(List.of("--leave-one-out", page, "--keep-words"));
        return command;
    }

    private static String output(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new UserException("a page could not be measured; what was wrong stands above");
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserException("interrupted");
        } finally {
            process.destroy();
        }
    }
}
