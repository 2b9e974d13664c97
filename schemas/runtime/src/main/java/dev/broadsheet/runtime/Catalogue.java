package dev.broadsheet.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All settings of all services (settings.tsv), so that one environment may feed several services and a misspelt key is
 * still told from another service's key.
 */
record Catalogue(List<Setting> settings) {
    private static final int COLUMNS = 4;
    private static final int FARTHEST = 12;

    static Catalogue load() {
        try (InputStream in = Objects.requireNonNull(
                        Catalogue.class.getResourceAsStream("settings.tsv"), "settings.tsv is missing");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return new Catalogue(lines.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(Catalogue::setting)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean knows(String key) {
        return settings.stream()
                .anyMatch(setting -> setting.isPrefix()
                        ? key.startsWith(setting.key())
                                && key.length() > setting.key().length()
                        : setting.key().equals(key));
    }

    /** The known key with the fewest letters to change, if any is near enough to be meant. */
    Optional<String> nearest(String key, Stream<String> more) {
        return Stream.concat(settings.stream().filter(s -> !s.isPrefix()).map(Setting::key), more)
                .filter(known -> EditDistance.between(key, known) <= Math.min(FARTHEST, key.length() / 3))
                .min(Comparator.comparingInt((String known) -> EditDistance.between(key, known))
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static Setting setting(String line) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException("settings.tsv: not " + COLUMNS + " columns: " + line);
        }
        return new Setting(columns[0], columns[1], columns[2], columns[3]);
    }
}
