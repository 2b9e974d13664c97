package dev.broadsheet.system;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code deploy/broadsheet run} and everything that talks to it. The suites share one run, whose start and stop take longer than most of them, so each
 * keeps to pages of its own ({@link Pages#fresh}). Reconciled is what the first three leave, and a row is lost then; the last two hand in what no
 * installation does.
 */
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class RunTest {
    @TempDir
    static Path home;

    private static Embedded running;

    @BeforeAll
    static void start() throws IOException {
        running = Embedded.start(home.resolve("data"), home.resolve("run.log"));
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Nested
    @Order(1)
    class Pipeline extends PipelineSuite {
        @Override
        Deployment deployment() {
            return running;
        }
    }

    @Nested
    @Order(2)
    class EverydayCommands extends CommandsSuite {
        @Override
        Embedded running() {
            return running;
        }
    }

    @Nested
    @Order(3)
    class Readme extends ReadmeSuite {
        @Override
        Embedded running() {
            return running;
        }
    }

    @Nested
    @Order(4)
    class Reconciliation extends ReconcileSuite {
        @Override
        Embedded running() {
            return running;
        }
    }

    @Nested
    @Order(5)
    class Corrections extends CorrectionSuite {
        @Override
        Embedded running() {
            return running;
        }
    }

    @Nested
    @Order(6)
    class Reprocessing extends ReprocessSuite {
        @Override
        Embedded running() {
            return running;
        }
    }
}
