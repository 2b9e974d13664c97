package dev.broadsheet.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Puts files into a drop folder so that the intake never sees half of one: written beside, forced to disk, renamed. */
record HandIn(Path drop) {

    /** The files themselves, and the files in folders among them (not deeper), in the order given, folders sorted. */
    static List<Path> expand(List<Path> named) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path path : named) {
            if (Files.isDirectory(path)) {
                try (Stream<Path> inside = Files.list(path)) {
                    inside.filter(HandIn::isPage).sorted().forEach(files::add);
                }
            } else if (Files.isRegularFile(path)) {
                files.add(path);
            } else {
                throw new UserException(path + " is neither a file nor a folder; nothing was handed in");
            }
        }
        return files;
    }

    /** Hands one file in and returns the name it has there; another one where that name is taken. */
    String put(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return put(String.valueOf(file.getFileName()), content);
        }
    }

    String put(String name, InputStream content) throws IOException {
        Path part = Files.createTempFile(drop, ".submit-", ".part");
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
        Path target = free(name);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        return String.valueOf(target.getFileName());
    }

    private Path free(String name) {
        Path target = drop.resolve(name);
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        for (int number = 2; Files.exists(target); number++) {
            target = drop.resolve(name.substring(0, dot) + "-" + number + name.substring(dot));
        }
        return target;
    }

    private static boolean isPage(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith(".part") && !name.endsWith(".tmp");
    }
}
