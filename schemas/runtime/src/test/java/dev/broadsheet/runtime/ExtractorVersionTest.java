package dev.broadsheet.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A copy of one class with two resources, loaded from folders and jars made for the purpose. */
class ExtractorVersionTest {
    private static final String PACKAGE = "dev.broadsheet.runtime";
    private static final String FOLDER = "dev/broadsheet/runtime/";
    private static final String ANCHOR = FOLDER + "Setting.class";

    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    @BeforeEach
    void fill() throws IOException {
        write(ANCHOR, anchor());
        write(FOLDER + "units.tsv", "万\n".getBytes(StandardCharsets.UTF_8));
        write(FOLDER + "deep/words.tsv", "目标\n".getBytes(StandardCharsets.UTF_8));
        write("other/words.tsv", "x".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isSixteenHexadecimalDigitsAndTheSameEveryTime() {
        assertThat(version(folder)).matches("[0-9a-f]{16}").isEqualTo(version(folder));
    }

    @Test
    void changesWithAResourceAlsoInASubPackage() throws IOException {
        String before = version(folder);
        write(FOLDER + "deep/words.tsv", "力争\n".getBytes(StandardCharsets.UTF_8));

        assertThat(version(folder)).isNotEqualTo(before);
    }

    @Test
    void changesWithAName() throws IOException {
        String before = version(folder);
        Files.move(folder.resolve(FOLDER + "units.tsv"), folder.resolve(FOLDER + "unit.tsv"));

        assertThat(version(folder)).isNotEqualTo(before);
    }

    @Test
    void doesNotChangeWithOtherPackagesOrWithTimes() throws IOException {
        String before = version(folder);
        write("other/words.tsv", "y".getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(folder.resolve(FOLDER + "units.tsv"), FileTime.fromMillis(0));

        assertThat(version(folder)).isEqualTo(before);
    }

    @Test
    void isTheSameFromAJarInAnyOrder() throws IOException {
        List<String> names = List.of("other/words.tsv", FOLDER + "deep/words.tsv", ANCHOR, FOLDER + "units.tsv");
        Path jar = elsewhere.resolve("core.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (String name : names) {
                entries.putNextEntry(new JarEntry(name));
                entries.write(Files.readAllBytes(folder.resolve(name)));
            }
        }

        assertThat(version(jar)).isEqualTo(version(folder));
    }

    @Test
    void packagesMayBeWrittenWithSlashesAndInAnyOrder() {
        assertThat(version(folder, "dev/broadsheet/runtime", "other")).isEqualTo(version(folder, "other", PACKAGE));
    }

    @Test
    void aPackageThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> version(folder, "dev.broadsheet.nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void changesWithASingleClassAndWhatIsNestedInItAlone() throws IOException {
        write("other/Mapping.class", new byte[] {1});
        write("other/Mapping$Row.class", new byte[] {2});
        write("other/MappingToo.class", new byte[] {3});
        String before = version(folder, PACKAGE, "other.Mapping");
        write("other/MappingToo.class", new byte[] {4});
        assertThat(version(folder, PACKAGE, "other.Mapping")).isEqualTo(before);

        write("other/Mapping$Row.class", new byte[] {5});
        String nested = version(folder, PACKAGE, "other.Mapping");
        write("other/Mapping.class", new byte[] {6});
        assertThat(nested).isNotEqualTo(before);
        assertThat(version(folder, PACKAGE, "other.Mapping")).isNotIn(before, nested);
    }

    @Test
    void combinedVersionsDependOnEachAndTheirOrder() {
        assertThat(ExtractorVersion.combine("a", "b"))
                .matches("[0-9a-f]{16}")
                .isEqualTo(ExtractorVersion.combine("a", "b"))
                .isNotEqualTo(ExtractorVersion.combine("b", "a"))
                .isNotEqualTo(ExtractorVersion.combine("ab"));
    }

    @Test
    void whatACoreReadsBesideItsCodeHasAVersionByItsLines() {
        assertThat(ExtractorVersion.ofLines(Stream.of("a", "b")))
                .matches("[0-9a-f]{16}")
                .isEqualTo(ExtractorVersion.ofLines(Stream.of("a", "b")))
                .isNotEqualTo(ExtractorVersion.ofLines(Stream.of("a", "b", "c")))
                .isNotEqualTo(ExtractorVersion.ofLines(Stream.of("ab")));
    }

    private static String version(Path source) {
        return version(source, PACKAGE);
    }

    private static String version(Path source, String... names) {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {source.toUri().toURL()}, null)) {
            return ExtractorVersion.of(loader.loadClass(PACKAGE + ".Setting"), names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.write(file, content);
    }

    private static byte[] anchor() throws IOException {
        try (InputStream in = Objects.requireNonNull(Setting.class.getResourceAsStream("Setting.class"))) {
            return in.readAllBytes();
        }
    }
}
