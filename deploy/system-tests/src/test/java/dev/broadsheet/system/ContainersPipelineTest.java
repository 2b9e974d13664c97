package dev.broadsheet.system;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The suite against containers; skipped, with a line that says so, where there is no Docker engine. */
@Testcontainers(disabledWithoutDocker = true)
class ContainersPipelineTest extends PipelineSuite {
    @TempDir
    static Path home;

    @org.jspecify.annotations.Nullable
    private static Containers containers;

    @BeforeAll
    static void start() throws IOException {
        containers = new Containers(home);
        containers.start();
    }

    @AfterAll
    static void stop() {
        if (containers != null) {
            containers.close();
        }
    }

    @Override
    Deployment deployment() {
        return java.util.Objects.requireNonNull(containers, "start comes first");
    }
}
