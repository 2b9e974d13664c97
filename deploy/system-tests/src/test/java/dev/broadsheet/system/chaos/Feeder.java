package dev.broadsheet.system.chaos;

import dev.broadsheet.system.Pages;
import dev.broadsheet.system.chaos.Delivery.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Hands the feed in, one delivery after another at an even pace, on a thread of its own; a full disk makes it wait. Where
 * it is two shares ahead of the faults it slows down, so that pages come in while each of them lasts.
 */
final class Feeder implements Runnable {
    private static final long AGAIN_MS = 100;
    private static final int SLOWER = 5;
    private static final int RECORD_EVERY = 60;
    private static final long CLAIM_LIMIT_MS = 2_000;

    private final Feed feed;
    private final Path drop;
    private final PoisonRecords poison;
    private final long pauseMillis;
    private final ActionLog log;
    private int fed;
    private int allowed;
    private @Nullable RuntimeException failure;

    Feeder(Feed feed, Path drop, PoisonRecords poison, long pauseMillis, ActionLog log) {
        this.feed = feed;
        this.drop = drop;
        this.poison = poison;
        this.pauseMillis = pauseMillis;
        this.log = log;
        this.allowed = feed.deliveries().size();
    }

    /** Waits until the share of the feed is in that comes before this step of so many. */
    synchronized void awaitShare(int step, int steps) throws InterruptedException {
        int share = feed.deliveries().size() / (steps + 1);
        allowed = step + 2 > steps ? feed.deliveries().size() : share * (step + 3);
        notifyAll();
        while (fed < share * (step + 1)) {
            check();
            wait();
        }
    }

    /** Throws what ended the feeding early. */
    synchronized void check() {
        if (failure != null) {
            throw new IllegalStateException("nothing is fed any more", failure);
        }
    }

    @Override
    public void run() {
        try {
            for (int i = 0; i < feed.deliveries().size(); i++) {
                deliver(feed.deliveries().get(i));
                if (i % RECORD_EVERY == RECORD_EVERY / 2) {
                    poison.send(i / RECORD_EVERY);
                }
                synchronized (this) {
                    fed++;
                    notifyAll();
                }
                Thread.sleep(ahead(i) ? SLOWER * pauseMillis : pauseMillis);
            }
            log.say("everything is handed in");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            fail(e);
        }
    }

    private synchronized void fail(RuntimeException cause) {
        failure = cause;
        notifyAll();
    }

    private synchronized boolean ahead(int next) {
        return next >= allowed;
    }

    /** Files handed in so far. */
    synchronized int fed() {
        return fed;
    }

    /** Whether there is nothing more to come. */
    boolean finished() {
        return fed() == feed.deliveries().size();
    }

    private void deliver(Delivery delivery) throws InterruptedException {
        for (int attempt = 1; true; attempt++) {
            try {
                if (delivery.kind() == Kind.TRUNCATED) {
                    truncate(delivery);
                } else {
                    Pages.drop(drop, delivery.fileName(), delivery.text());
                }
                return;
            } catch (IOException e) {
                if (attempt == 1) {
                    log.say(delivery.fileName() + " cannot be handed in, trying again: " + e);
                }
                Thread.sleep(AGAIN_MS);
            }
        }
    }

    /** Cut in half at the moment that the intake has claimed it. */
    private void truncate(Delivery delivery) throws IOException, InterruptedException {
        Pages.drop(drop, delivery.fileName() + ".tmp", "");
        Path file = drop.resolve(delivery.fileName() + ".tmp");
        byte[] bytes = delivery.text().getBytes(StandardCharsets.UTF_8);
        Files.write(file, bytes);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            Path shown = drop.resolve(delivery.fileName());
            Files.move(file, shown);
            long until = System.nanoTime() + CLAIM_LIMIT_MS * 1_000_000;
            while (Files.exists(shown) && System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            channel.truncate(bytes.length / 2);
        }
    }
}
