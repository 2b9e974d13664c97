package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {
    @Test
    void aPlaceWithoutRoomForItsFolderIsOneSentenceThatTellsHowToNameAnother(@TempDir Path parent) {
        Path gone = parent.resolve("gone");

        assertThatThrownBy(() -> DemoCommand.throwAway(gone))
                .isInstanceOf(UserException.class)
                .hasMessageContaining("no folder can be made in " + gone + ": ")
                .hasMessageEndingWith("_JAVA_OPTIONS=-Djava.io.tmpdir=DIR in front of the command");
    }
}
