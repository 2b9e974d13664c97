package dev.broadsheet.standalone;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where the build has put what is not on the class path. The launcher says it ({@code broadsheet.deploy}, the folder
 * deploy/); a test is found to run inside the repository.
 */
final class Installation {
    static final String REGISTRY_MAIN = "io.quarkus.runner.GeneratedMain";

    private static final String PROPERTY = "broadsheet.deploy";
    private static final String TARGET = "standalone/target";

    private Installation() {}

    /** The registry's jars (its runner names the others in its manifest) and this class's own jar or folder. */
    static String registryClassPath() {
        Path folder = target().resolve("registry");
        try (Stream<Path> files = Files.list(folder)) {
            Path runner = files.filter(file -> file.toString().endsWith("-runner.jar"))
                    .findFirst()
                    .orElseThrow(() -> missing(folder, new FileNotFoundException("no runner jar")));
            return runner + File.pathSeparator + ownCode();
        } catch (IOException e) {
            throw missing(folder, e);
        }
    }

    /** PostgreSQL's programs are unpacked here once; every data folder shares them. */
    static Path postgresql() {
        return target().resolve("postgresql");
    }

    private static StandaloneException missing(Path folder, IOException cause) {
        return new StandaloneException(
                "the schema registry's programs are missing in " + folder
                        + "; build them with: mvn -DskipTests package -pl deploy/standalone -am",
                cause);
    }

    private static Path target() {
        String deploy = System.getProperty(PROPERTY);
        if (deploy != null) {
            return Path.of(deploy, TARGET).toAbsolutePath();
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("deploy/standalone/pom.xml"))) {
                return folder.resolve("deploy").resolve(TARGET);
            }
        }
        throw new StandaloneException(
                "the folder deploy/ of Broadsheet is not to be found; start it with deploy/broadsheet");
    }

    private static Path ownCode() {
        CodeSource source = Objects.requireNonNull(
                Installation.class.getProtectionDomain().getCodeSource(), "this class has no code source");
        try {
            return Path.of(source.getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
