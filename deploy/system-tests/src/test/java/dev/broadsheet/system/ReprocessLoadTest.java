package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * How much later live pages are stored while everything is reprocessed, on request:
 * {@code mvn verify -pl deploy/system-tests -am -Dtest=ReprocessLoadTest -Dsurefire.failIfNoSpecifiedTests=false -Dbroadsheet.load=true}.
 */
@EnabledIfSystemProperty(named = "broadsheet.load", matches = "true")
class ReprocessLoadTest {
    private static final int STANDING = 300;
    private static final int LIVE = 60;

    @TempDir
    Path home;

    @Test
    void livePagesAreStoredAboutAsSoonWhileAllPagesAreReprocessed() throws Exception {
        try (Embedded running = Embedded.start(home.resolve("data"), home.resolve("run.log"));
                Database store = new Database(running.addresses())) {
            LoadTest.awaitAll(store, LoadTest.drop(running, "standing", STANDING, 0, 0), new HashMap<>());
            List<Long> alone = live(running, store, "alone", 5_000);

            long from = System.nanoTime();
            CompletableFuture<Commands.Result> reprocessing = CompletableFuture.supplyAsync(() -> reprocess(running));
            List<Long> beside = live(running, store, "beside", 6_000);
            boolean overlapped = !reprocessing.isDone();
            Commands.Result result = reprocessing.get(10, TimeUnit.MINUTES);
            System.out.printf(
                    "live pages, one every 500 ms: p50 %d ms, p90 %d ms, max %d ms; beside reprocessing (the whole time: %s)"
                            + " p50 %d ms, p90 %d ms, max %d ms; %s pages in %d s%n",
                    at(alone, 50),
                    at(alone, 90),
                    at(alone, 100),
                    overlapped,
                    at(beside, 50),
                    at(beside, 90),
                    at(beside, 100),
                    STANDING,
                    (System.nanoTime() - from) / 1_000_000_000L);
            assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
            assertThat(at(beside, 50)).isLessThan(at(alone, 50) + 1_000);
        }
    }

    private static Commands.Result reprocess(Embedded running) {
        try {
            return Commands.broadsheet(List.of(
                    "reprocess", "--all", "--wait", "--data", running.data().toString()));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Milliseconds from the rename of each page to its row, ascending. */
    private static List<Long> live(Embedded running, Database store, String prefix, int first) throws Exception {
        Map<String, Long> stored = new HashMap<>();
        Map<String, Long> renamed = LoadTest.drop(running, prefix, LIVE, first, 500, store, stored);
        LoadTest.awaitAll(store, renamed, stored);
        List<Long> millis = new ArrayList<>();
        renamed.forEach((name, at) -> millis.add((stored.getOrDefault(name, 0L) - at) / 1_000_000));
        millis.sort(null);
        return millis;
    }

    private static long at(List<Long> ascending, int percent) {
        return ascending.get(Math.min(ascending.size() - 1, ascending.size() * percent / 100));
    }
}
