package dev.broadsheet.ingest.intake;

import dev.broadsheet.contracts.Topics;
import dev.broadsheet.ingest.feed.Feed;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/**
 * Takes finished files from the folders of all feeds, one thread a feed, and puts them on issues. Started and closed
 * once. Holds at most {@link #IN_FLIGHT} bytes of files that the brokers have not acknowledged.
 */
public final class Intake implements AutoCloseable {
    static final int IN_FLIGHT = 32 * 1024 * 1024;
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(8);

    private final List<Feed> feeds;
    private final String instance;
    private final IssueSender sender;
    private final IntakeTools tools;
    private final List<FeedLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final ExecutorService counters = Executors.newCachedThreadPool(Intake::counter);
    private @Nullable FolderEvents events;

    public Intake(
            List<Feed> feeds,
            String instance,
            Topics topics,
            Supplier<Producer<String, SpecificRecord>> producers,
            FeedGate gate,
            Health health,
            MeterRegistry meters,
            Traces traces,
            Clock clock) {
        this.feeds = List.copyOf(feeds);
        this.instance = instance;
        this.sender = new IssueSender(topics, producers);
        this.tools = new IntakeTools(
                new IssueReader(),
                sender,
                new IntakeTelemetry(feeds, meters, clock),
                traces,
                new ByteBudget(IN_FLIGHT),
                health,
                gate,
                clock);
        feeds.forEach(feed -> health.starting(FeedLoop.component(feed)));
    }

    /** Each feed is ready once its folder has been looked through. */
    public synchronized void start() {
        FolderEvents watcher = watcher();
        events = watcher;
        for (Feed feed : feeds) {
            FeedLoop loop = new FeedLoop(feed, instance, tools, watcher, counters);
            Thread thread = new Thread(loop, "intake-" + feed.name());
            thread.setDaemon(true);
            loops.add(loop);
            threads.add(thread);
            thread.start();
        }
    }

    /** Finishes what is in flight, for some seconds at most; what is left stays claimed and is taken up again. */
    @Override
    public synchronized void close() {
        loops.forEach(FeedLoop::stop);
        long latest = System.nanoTime() + CLOSE_LIMIT.toNanos();
        for (Thread thread : threads) {
            join(thread, Math.max(1, (latest - System.nanoTime()) / 1_000_000));
            thread.interrupt();
        }
        counters.shutdownNow(); // not waited for: who reads from a mount that hangs hears no interrupt
        sender.close();
        closeWatcher();
    }

    private static Thread counter(Runnable work) {
        Thread thread = new Thread(work, "intake-count");
        thread.setDaemon(true);
        return thread;
    }

    private static void join(Thread thread, long millis) {
        try {
            thread.join(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FolderEvents watcher() {
        try {
            return new FolderEvents();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "folders cannot be watched; the system's limit of inotify instances may be reached", e);
        }
    }

    private void closeWatcher() {
        try {
            if (events != null) {
                events.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
