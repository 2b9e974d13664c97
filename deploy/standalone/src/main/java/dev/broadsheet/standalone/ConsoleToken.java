package dev.broadsheet.standalone;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The operators' token of an installation: made once, kept in a file that nobody but its owner reads. */
final class ConsoleToken {
    private static final int BYTES = 24;

    private ConsoleToken() {}

    static String of(Path file) {
        try {
            if (!Files.exists(file)) {
                Path part = file.resolveSibling(file.getFileName() + ".part");
                Files.deleteIfExists(part);
                Files.createFile(part, forOwner());
                Files.writeString(part, random() + "\n");
                Files.move(part, file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StandaloneException(file + " cannot be read or written: " + e.getMessage(), e);
        }
    }

    private static FileAttribute<?>[] forOwner() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static String random() {
        byte[] token = new byte[BYTES];
        new SecureRandom().nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }
}
