package dev.broadsheet.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Hash of the classes and resources that decide what is extracted: same version, same records. */
public final class ExtractorVersion {
    private static final int HEX = 16;

    private ExtractorVersion() {}

    /**
     * 16 hexadecimal digits over the files below packages ("dev.broadsheet.enrich.extract"; slashes will do), and
     * their sub-packages, or those of single classes, in the jar or folder that {@code anchor} was loaded from, whatever order
     * or times the file system gives them. IllegalArgumentException where there is no such package or class.
     *
     * @param names of packages or classes
     */
    public static String of(Class<?> anchor, String... names) {
        try {
            Path source = Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(source)) {
                return hash(source, names);
            }
            try (FileSystem jar = FileSystems.newFileSystem(source)) {
                return hash(jar.getPath("/"), names);
            }
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of " + anchor + " is no path", e);
        } catch (IOException e) {
            throw new UncheckedIOException("the classes beside " + anchor + " cannot be read", e);
        }
    }

    /** One version of a core that lies in several modules, or leans on libraries of a known version. */
    public static String combine(String... versions) {
        return ofLines(Arrays.stream(versions));
    }

    /** 16 hexadecimal digits over what a core was given to read beside its code, in the order of the lines. */
    public static String ofLines(Stream<String> lines) {
        MessageDigest digest = sha256();
        lines.forEachOrdered(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
        return hex(digest);
    }

    private static String hash(Path root, String... names) throws IOException {
        SortedMap<String, Path> files = new TreeMap<>();
        for (String name : names) {
            collect(root, name.replace('.', '/'), files);
        }
        MessageDigest digest = sha256();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            byte[] content = Files.readAllBytes(file.getValue());
            digest.update((file.getKey() + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        }
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, HEX);
    }

    private static void collect(Path root, String name, SortedMap<String, Path> files) throws IOException {
        Path place = root.resolve(name);
        boolean isPackage = Files.isDirectory(place);
        if (!isPackage && !Files.isRegularFile(place.resolveSibling(place.getFileName() + ".class"))) {
            throw new IllegalArgumentException("there is no package or class " + name + " in " + root);
        }
        try (Stream<Path> found = isPackage ? Files.walk(place) : Files.list(place.resolveSibling(""))) {
            found.filter(Files::isRegularFile)
                    .filter(file -> isPackage || isOf(place, file))
                    .forEach(file -> files.put(root.relativize(file).toString().replace('\\', '/'), file));
        }
    }

    /** Whether the class, or one nested in it, was compiled to the file. */
    private static boolean isOf(Path type, Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals(type.getFileName() + ".class") || name.startsWith(type.getFileName() + "$");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
