package dev.broadsheet.ingest.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When and by whom a file was claimed, told by the name of the folder it lies in. The rename that claims the file says it with the
 * same stroke, so whoever takes the claim up after a crash writes the very records that its claimer may have written.
 */
record Stamp(Instant receivedAt, String instance) {
    private static final Pattern NAME = Pattern.compile("(\\d{1,15})-(.+)");

    /** Empty where this is no folder that we made. */
    static Optional<Stamp> of(Path folder) {
        Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
        return name.matches() && Files.isDirectory(folder)
                ? Optional.of(new Stamp(Instant.ofEpochMilli(Long.parseLong(name.group(1))), name.group(2)))
                : Optional.empty();
    }

    Path in(Path folder) {
        return folder.resolve(receivedAt.toEpochMilli() + "-" + instance);
    }
}
