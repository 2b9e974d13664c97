package dev.broadsheet.cli;

import dev.broadsheet.ingest.feed.Feed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts files into a drop folder so that the intake never sees half of one: written beside, forced to disk, then given its
 * name. No file is ever overwritten, and no two files of one hand-in get the same name. One thread.
 */
final class HandIn {
    /** As far as the umask lets: the intake may run as another user. */
    private static final FileAttribute<?> READABLE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-rw-rw-"));

    private final Path drop;
    private final Set<String> given = new HashSet<>();

    HandIn(Path drop) {
        this.drop = drop;
    }

    /** The files themselves, and the files in folders among them (not deeper), in the order given, folders sorted. */
    static List<Path> expand(List<Path> named) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(HandIn::isPage).sorted().forEach(files::add);
                }
            } else if (Files.isRegularFile(path) && !Feed.takes(name(path))) {
                throw new UserException(path + " has a name that drop folders leave alone (hidden, .tmp or .part);"
                        + " rename it; nothing was handed in");
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw new UserException(path + " is neither a file nor a folder; nothing was handed in");
            }
        }
        return files;
    }

    /** Hands one file in, under another name where its own is taken. */
    HandedIn put(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return put(name(file), content);
        }
    }

    HandedIn put(String name, InputStream content) throws IOException {
        Path part = Files.createTempFile(drop, ".submit-", ".part", READABLE);
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                content.transferTo(Channels.newOutputStream(channel));
                channel.force(true);
            }
            BasicFileAttributes attributes = Files.readAttributes(part, BasicFileAttributes.class);
            Instant modifiedAt =
                    Instant.ofEpochMilli(attributes.lastModifiedTime().toMillis());
            return new HandedIn(rename(part, name), attributes.size(), modifiedAt);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private String rename(Path part, String name) throws IOException {
        for (int number = 1; ; number++) {
            String candidate = numbered(name, number);
            if (!given.contains(candidate) && move(part, drop.resolve(candidate))) {
                given.add(candidate);
                return candidate;
            }
        }
    }

    // A rename would overwrite what somebody else drops under that name at the same moment; a link does not.
    private static boolean move(Path part, Path target) throws IOException {
        try {
            Files.createLink(target, part);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException e) {
            if (Files.exists(target)) {
                return false;
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            return true;
        }
    }

    /** A02.txt, A02-2.txt, A02-3.txt … */
    private static String numbered(String name, int number) {
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        return number == 1 ? name : name.substring(0, dot) + "-" + number + name.substring(dot);
    }

    private static boolean isPage(Path file) {
        return Files.isRegularFile(file) && Feed.takes(name(file));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
