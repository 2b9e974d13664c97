package dev.broadsheet.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** Pages that are dropped twice a second until it is closed. One thread besides its own. */
final class Flow implements AutoCloseable {
    private static final long PACE_MILLIS = 500;
    private static final long CLOSE_SECONDS = 10;
    private static final int MORE = 3;

    private final Path folder;
    private final List<String> names = new CopyOnWriteArrayList<>();
    private final List<String> told;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledFuture<?> dropping;

    /** Into {@code folder}, which is made; {@code told} gets the names when it is closed. */
    Flow(Path folder, List<String> told) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.told = told;
        this.dropping = clock.scheduleAtFixedRate(this::drop, 0, PACE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Waits until all that was dropped is stored, and some that came after this call too. */
    void awaitPassed(Database store, Duration limit) {
        int wanted = names.size() + MORE;
        await("pages pass")
                .atMost(limit)
                .until(() -> names.size() >= wanted && store.storedFiles().containsAll(names.subList(0, wanted)));
    }

    private void drop() {
        int number = Pages.freshNumber();
        String name = "flow-" + number + ".txt";
        try {
            Pages.drop(folder, name, Pages.text(number));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        names.add(name);
    }

    /** Throws what kept it from dropping. */
    @Override
    public void close() throws ExecutionException {
        clock.shutdown();
        try {
            if (!clock.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a page is still being dropped");
            }
            if (!dropping.isCancelled()) {
                dropping.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a page was dropped", e);
        }
        told.addAll(names);
    }
}
