package dev.broadsheet.ingest.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When, how large, how old and by whom a file was claimed, told by the name of the folder it lies in. The rename that claims the file says it with the
 * same stroke, so whoever takes the claim up after a crash writes the very records that its claimer may have written, and sees whether the file is still what was claimed.
 *
 * @param size in bytes
 * @param modifiedAt milliseconds, by the clock of whoever dropped the file
 * @param arrivedAt milliseconds, as {@link Arrived} tells; null where nothing does
 */
record Stamp(
        Instant receivedAt,
        long size,
        Instant modifiedAt,
        @Nullable Instant arrivedAt,
        String instance) {
    // No instance has a name with "@" in it.
    private static final Pattern NAME = Pattern.compile("(\\d{1,15})-(\\d{1,18})-(-?\\d{1,15})-(?:@(\\d{1,15})-)?(.+)");

    static Stamp of(Instant receivedAt, BasicFileAttributes claimed, @Nullable Instant arrivedAt, String instance) {
        return new Stamp(receivedAt, claimed.size(), modifiedAt(claimed), arrivedAt, instance);
    }

    /** Empty where this is no folder that we made. */
    static Optional<Stamp> of(Path folder) {
        Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
        return name.matches() && Files.isDirectory(folder)
                ? Optional.of(new Stamp(
                        Instant.ofEpochMilli(Long.parseLong(name.group(1))),
                        Long.parseLong(name.group(2)),
                        Instant.ofEpochMilli(Long.parseLong(name.group(3))),
                        name.group(4) == null ? null : Instant.ofEpochMilli(Long.parseLong(name.group(4))),
                        name.group(5)))
                : Optional.empty();
    }

    Path in(Path folder) {
        String arrived = arrivedAt == null ? "" : "@" + arrivedAt.toEpochMilli() + "-";
        return folder.resolve(
                receivedAt.toEpochMilli() + "-" + size + "-" + modifiedAt.toEpochMilli() + "-" + arrived + instance);
    }

    /** The same file, claimed a millisecond later. */
    Stamp later() {
        return new Stamp(receivedAt.plusMillis(1), size, modifiedAt, arrivedAt, instance);
    }

    /** Whether a file is not the one any more that was claimed. */
    boolean isOfAnother(BasicFileAttributes now) {
        return now.size() != size || !modifiedAt(now).equals(modifiedAt);
    }

    private static Instant modifiedAt(BasicFileAttributes attributes) {
        return Instant.ofEpochMilli(attributes.lastModifiedTime().toMillis());
    }
}
