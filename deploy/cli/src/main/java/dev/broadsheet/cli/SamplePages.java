package dev.broadsheet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The sample pages that ship with the standalone run. */
final class SamplePages {
    private static final String INDEX = "/samples/SAMPLES.md";

    private SamplePages() {}

    /** Hands every sample in and returns their names, sorted. */
    static List<String> handIn(HandIn target) throws IOException {
        URL index = Objects.requireNonNull(SamplePages.class.getResource(INDEX), INDEX);
        try {
            URI uri = index.toURI();
            if (!uri.getScheme().equals("jar")) {
                return handIn(Path.of(uri).resolveSibling(""), target);
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return handIn(jar.getPath(INDEX).resolveSibling(""), target);
            }
        } catch (URISyntaxException e) {
            throw new IOException("the sample pages are not to be found at " + index, e);
        }
    }

    private static List<String> handIn(Path folder, HandIn target) throws IOException {
        List<Path> pages;
        try (Stream<Path> files = Files.list(folder)) {
            pages = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        List<String> names = new ArrayList<>();
        for (Path page : pages) {
            try (InputStream content = Files.newInputStream(page)) {
                names.add(
                        target.put(String.valueOf(page.getFileName()), content).name());
            }
        }
        return names;
    }
}
