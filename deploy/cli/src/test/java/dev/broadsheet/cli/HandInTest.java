package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandInTest {
    @TempDir
    Path folder;

    private Path drop = Path.of("");

    @BeforeEach
    void createDrop() throws IOException {
        drop = Files.createDirectory(folder.resolve("drop"));
    }

    private Path file(String name, String content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    @Test
    void aFileArrivesWholeUnderItsNameAndNothingElseIsLeft() throws IOException {
        String name = new HandIn(drop).put(file("A02.txt", "page")).name();

        assertThat(name).isEqualTo("A02.txt");
        assertThat(drop.resolve("A02.txt")).hasContent("page");
        assertThat(drop).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void aTakenNameGetsANumberBeforeTheExtensionAndOverwritesNothing() throws IOException {
        Files.writeString(drop.resolve("A02.txt"), "first");

        String name = new HandIn(drop).put(file("A02.txt", "second")).name();

        assertThat(name).isEqualTo("A02-2.txt");
        assertThat(drop.resolve("A02.txt")).hasContent("first");
        assertThat(drop.resolve("A02-2.txt")).hasContent("second");
    }

    @Test
    void sizeAndTimeAreThoseThatTheIntakeWillRead() throws IOException {
        HandedIn handedIn = new HandIn(drop).put(file("A02.txt", "page"));

        assertThat(handedIn.size()).isEqualTo(Files.size(drop.resolve("A02.txt")));
        assertThat(handedIn.modifiedAt().toEpochMilli())
                .isEqualTo(Files.getLastModifiedTime(drop.resolve("A02.txt")).toMillis());
    }

    @Test
    void twoFilesOfOneHandInNeverShareAName() throws IOException {
        HandIn handIn = new HandIn(drop);
        String first = handIn.put(file("monday/A02.txt", "monday")).name();
        Files.delete(drop.resolve(first)); // the intake was faster

        assertThat(handIn.put(file("tuesday/A02.txt", "tuesday")).name()).isEqualTo("A02-2.txt");
    }

    @Test
    void aFileThatBreaksOffLeavesNothing() {
        InputStream breaking = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> new HandIn(drop).put("A02.txt", breaking)).hasMessage("gone");

        assertThat(drop).isEmptyDirectory();
    }

    @Test
    void aNameWithoutExtensionIsNumberedAtItsEnd() throws IOException {
        HandIn handIn = new HandIn(drop);
        handIn.put("page", new ByteArrayInputStream(new byte[1]));

        assertThat(handIn.put("page", new ByteArrayInputStream(new byte[1])).name())
                .isEqualTo("page-2");
    }

    @Test
    void aFolderStandsForItsFinishedFiles() throws IOException {
        Path b = file("in/b.txt", "b");
        Path a = file("in/a.txt", "a");
        file("in/.hidden", "");
        file("in/half.part", "");
        file("in/half.tmp", "");
        file("in/deeper/c.txt", "");
        Path single = file("single.txt", "s");

        assertThat(HandIn.expand(List.of(single, folder.resolve("in")))).containsExactly(single, a, b);
    }

    @Test
    void aFileThatTheIntakeWouldLeaveAloneIsRefused() throws IOException {
        for (String name : List.of(".A02.txt", "A02.tmp", "A02.PART")) {
            Path file = file(name, "page");

            assertThatThrownBy(() -> HandIn.expand(List.of(file)))
                    .isInstanceOf(UserException.class)
                    .hasMessage(file + " has a name that drop folders leave alone (hidden, .tmp or .part); rename it;"
                            + " nothing was handed in");
        }
        assertThat(HandIn.expand(List.of(folder))).isEmpty();
    }

    @Test
    void othersMayReadTheFileAsFarAsAnyThatIsWrittenThere() throws IOException {
        HandedIn handedIn = new HandIn(drop).put(file("A02.txt", "page"));

        assertThat(Files.getPosixFilePermissions(drop.resolve(handedIn.name())))
                .isEqualTo(Files.getPosixFilePermissions(Files.createFile(drop.resolve("plain"))));
    }

    @Test
    void whatIsNotThereIsOneSentence() {
        assertThatThrownBy(() -> HandIn.expand(List.of(folder.resolve("none"))))
                .isInstanceOf(UserException.class)
                .hasMessage(folder.resolve("none") + " is neither a file nor a folder; nothing was handed in");
    }
}
