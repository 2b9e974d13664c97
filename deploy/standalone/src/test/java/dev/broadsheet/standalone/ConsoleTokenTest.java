package dev.broadsheet.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTokenTest {
    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndReadByItsOwnerOnly() throws IOException {
        Path file = folder.resolve("console-token");
        String token = ConsoleToken.of(file);

        assertThat(token).hasSizeGreaterThan(30);
        assertThat(ConsoleToken.of(file)).isEqualTo(token);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
