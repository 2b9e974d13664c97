package dev.broadsheet.benchmarks;

import dev.broadsheet.ingest.text.CharsetFinder;
import dev.broadsheet.ingest.text.PageText;
import dev.broadsheet.ingest.text.TextReading;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The texts that are split, by name: what a page is here is what the intake would make of its file. */
final class Texts {
    static final String SAMPLES = "samples";
    static final String SHARED = "shared";
    private static final String INDEX = "/samples/SAMPLES.md";

    private Texts() {}

    /**
     * The pages of that name: `samples`, `shared` (the folder `pages` under the system property broadsheet.shared), or a size as
     * in `100 KB`: one page of that many bytes at least, the samples one after the other over and over.
     */
    static List<String> named(String name) throws IOException {
        return switch (name) {
            case SAMPLES -> samples();
            case SHARED ->
                pages(Path.of(System.getProperty("broadsheet.shared", "")).resolve("pages"));
            default -> List.of(repeated(String.join("\n\n", samples()), bytes(name)));
        };
    }

    /** Bytes in UTF-8. */
    static long utf8Bytes(List<String> pages) {
        return pages.stream()
                .mapToLong(page -> page.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    private static List<String> samples() throws IOException {
        URL index = Objects.requireNonNull(Texts.class.getResource(INDEX), INDEX);
        try {
            return pages(Path.of(index.toURI()).resolveSibling(""));
        } catch (URISyntaxException e) {
            throw new IOException("the sample pages are not to be found at " + index, e);
        }
    }

    private static List<String> pages(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        CharsetFinder charsets = new CharsetFinder();
        List<String> pages = new ArrayList<>();
        for (Path file : files) {
            pages.add(page(Files.readAllBytes(file), charsets, file));
        }
        return List.copyOf(pages);
    }

    private static String page(byte[] content, CharsetFinder charsets, Path file) throws IOException {
        if (charsets.find(content) instanceof TextReading.Text text) {
            return PageText.decode(ByteBuffer.wrap(content), text.charset());
        }
        throw new IOException(file + " is no text");
    }

    private static long bytes(String size) {
        String[] parts = size.split(" ", 2);
        return Long.parseLong(parts[0]) * (parts[1].equals("MB") ? 1_000_000 : 1_000);
    }

    private static String repeated(String text, long bytes) {
        long once = utf8Bytes(List.of(text));
        return text.repeat((int) ((bytes + once - 1) / once));
    }
}
