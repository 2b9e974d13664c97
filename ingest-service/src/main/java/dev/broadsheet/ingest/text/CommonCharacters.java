package dev.broadsheet.ingest.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** The characters that make up most of any Chinese text: text decoded with the wrong charset hardly has them. Any thread. */
final class CommonCharacters {
    private static final String FILE = "common-characters.tsv";

    private final BitSet characters = new BitSet();

    private CommonCharacters() {}

    static CommonCharacters load() {
        CommonCharacters common = new CommonCharacters();
        try (InputStream file = CommonCharacters.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing from the jar");
            }
            new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> line.split("\t", -1)[1].chars().forEach(common.characters::set));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return common;
    }

    boolean contains(char c) {
        return characters.get(c);
    }
}
