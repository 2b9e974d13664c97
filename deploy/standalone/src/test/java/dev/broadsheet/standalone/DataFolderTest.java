package dev.broadsheet.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    private static final long PLENTY = DataFolder.LEAST_FREE_BYTES;

    @TempDir
    Path parent;

    @Test
    void aNewFolderIsMadeWithoutADropFolderThatNobodyMayWatch() {
        try (DataFolder folder = DataFolder.open(parent.resolve("a/b"))) {
            assertThat(folder.root()).isEqualTo(parent.resolve("a/b")).isDirectory();
            assertThat(folder.drop()).isEqualTo(parent.resolve("a/b/drop")).doesNotExist();
        }
    }

    @Test
    void aSecondStartOnTheFolderIsOneSentenceThatNamesTheProcess() {
        try (DataFolder folder = DataFolder.open(parent)) {
            assertThatThrownBy(() -> DataFolder.open(folder.root()))
                    .isInstanceOf(StandaloneException.class)
                    .hasMessage("Broadsheet already runs on " + parent + " (process "
                            + ProcessHandle.current().pid()
                            + "); stop it first, or name another folder with --data");
        }
    }

    @Test
    void aFolderThatWasGivenBackCanBeOpenedAgain() {
        DataFolder.open(parent).close();

        try (DataFolder again = DataFolder.open(parent)) {
            assertThat(again.root()).isEqualTo(parent);
        }
    }

    @Test
    void tooLittleRoomIsOneSentenceWithBothFigures() {
        assertThatThrownBy(() -> DataFolder.open(parent, folder -> 12L * 1024 * 1024))
                .isInstanceOf(StandaloneException.class)
                .hasMessage("the disk that holds " + parent + " has 12 MB left, but Broadsheet needs 500 MB; make room,"
                        + " or name a folder on another disk: run --data DIR, demo with"
                        + " _JAVA_OPTIONS=-Djava.io.tmpdir=DIR in front of the command");
    }

    @Test
    void justEnoughRoomIsEnough() {
        try (DataFolder folder = DataFolder.open(parent, unused -> PLENTY)) {
            assertThat(folder.root()).isEqualTo(parent);
        }
    }

    @Test
    void aRefusedFolderIsNotLeftLocked() {
        assertThatThrownBy(() -> DataFolder.open(parent, folder -> 0)).isInstanceOf(StandaloneException.class);

        DataFolder.open(parent, folder -> PLENTY).close();
    }

    @Test
    void aFileInThePlaceOfTheFolderIsOneSentence() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StandaloneException.class)
                .hasMessageStartingWith(file + " cannot be used: ")
                .hasMessageContaining("; name another folder: run --data DIR, demo with _JAVA_OPTIONS=");
    }
}
