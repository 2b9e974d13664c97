package dev.broadsheet.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The figures of a warm run on this machine, on request:
 * {@code mvn verify -pl deploy/system-tests -am -Dtest=LoadTest -Dsurefire.failIfNoSpecifiedTests=false -Dbroadsheet.load=true}.
 */
@EnabledIfSystemProperty(named = "broadsheet.load", matches = "true")
class LoadTest {
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 10;

    @TempDir
    Path home;

    @Test
    void twoPagesASecondAreStoredSoonAndAThousandAtOnceAllArrive() throws Exception {
        try (Embedded running = Embedded.start(home.resolve("data"), home.resolve("run.log"));
                Database store = new Database(running.addresses())) {
            awaitAll(store, drop(running, "warm", 400, 150, 0), new HashMap<>());

            Map<String, Long> stored = new HashMap<>();
            Map<String, Long> renamed = drop(running, "steady", 200, 10_000, 500, store, stored);
            awaitAll(store, renamed, stored);
            List<Long> millis = new ArrayList<>();
            renamed.forEach((name, at) -> millis.add((stored.getOrDefault(name, 0L) - at) / 1_000_000));
            millis.sort(null);
            long p50 = millis.get(millis.size() / 2);
            long p99 = millis.get(millis.size() * 99 / 100);
            System.out.printf(
                    "200 pages at two a second: rename to committed p50 %d ms, p99 %d ms, max %d ms%n",
                    p50, p99, millis.get(millis.size() - 1));

            long from = System.nanoTime();
            awaitAll(store, drop(running, "burst", 1000, 20_000, 0), new HashMap<>());
            System.out.printf("1,000 pages at once: stored in %d s%n", (System.nanoTime() - from) / 1_000_000_000L);
            equation(store);
            assertThat(p50).isLessThan(1000);
            assertThat(p99).isLessThan(3000);
        }
    }

    private static void equation(Database store) throws Exception {
        long deliveries = store.number("select count(distinct delivery_id) from receipts");
        Thread.sleep(3000);
        String count = "select count(distinct delivery_id) from receipts where state = ?";
        long split = store.number(count, "SPLIT");
        long rest = store.number(count, "DUPLICATE") + store.number(count, "REJECTED") + store.number(count, "FAILED");
        System.out.printf("deliveries %d = split %d + duplicate, rejected, failed %d%n", deliveries, split, rest);
        assertThat(split + rest).isEqualTo(deliveries);
        assertThat(store.number("select count(*) from pages where complete_at is null"))
                .isZero();
    }

    static Map<String, Long> drop(Embedded running, String prefix, int count, int first, long pauseMillis)
            throws Exception {
        return drop(running, prefix, count, first, pauseMillis, null, new HashMap<>());
    }

    static Map<String, Long> drop(
            Embedded running,
            String prefix,
            int count,
            int first,
            long pauseMillis,
            @org.jspecify.annotations.Nullable Database store,
            Map<String, Long> stored)
            throws Exception {
        Map<String, Long> renamed = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String name = prefix + "-" + i + ".txt";
            Pages.drop(running.drop(), name, Pages.text(first + i));
            renamed.put(name, System.nanoTime());
            long until = System.nanoTime() + pauseMillis * 1_000_000;
            while (store != null && System.nanoTime() < until) {
                look(store, renamed.keySet(), stored);
            }
        }
        return renamed;
    }

    static void awaitAll(Database store, Map<String, Long> renamed, Map<String, Long> stored) throws Exception {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (stored.size() < renamed.size() && System.nanoTime() < deadline) {
            look(store, renamed.keySet(), stored);
        }
        assertThat(stored).hasSameSizeAs(renamed);
    }

    private static void look(Database store, Collection<String> wanted, Map<String, Long> stored)
            throws SQLException, InterruptedException {
        List<String> open =
                wanted.stream().filter(name -> !stored.containsKey(name)).toList();
        if (!open.isEmpty()) {
            for (String name : store.column(
                    "select file_name from pages where complete_at is not null and file_name = any (?)",
                    (Object) open.toArray(String[]::new))) {
                stored.put(name, System.nanoTime());
            }
        }
        Thread.sleep(POLL_MILLIS);
    }
}
