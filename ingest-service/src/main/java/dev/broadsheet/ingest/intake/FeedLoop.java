package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.feed.Feed;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/**
 * Watches one folder. Wakes up by what the file system tells, by acknowledgements, and once a second; an idle folder
 * costs one look a second. A folder that cannot be read is told in readiness and tried again; other feeds go on.
 */
final class FeedLoop implements Runnable, FolderEvents.Listener, ClaimWork.Claims {
    private static final long POLL = 1_000;
    private static final long TAKE_OVER = 10_000;
    private static final long SOON = 10;
    private static final long DRAIN = 5_000;

    private final Feed feed;
    private final String instance;
    private final IntakeTools tools;
    private final FolderEvents events;
    private final String component;
    private final Mailbox mailbox = new Mailbox();
    private final Arrivals arrivals = new Arrivals();
    private final ClaimWork work;
    private final WaitingCount count;
    private @Nullable ClaimFolder claims;
    private @Nullable String stuck;
    private long nextTakeOver;
    private boolean lookNow = true;
    private volatile boolean hintsLost;
    private volatile boolean closing;

    /** {@code counters}: threads that count what waits. */
    FeedLoop(Feed feed, String instance, IntakeTools tools, FolderEvents events, Executor counters) {
        this.feed = feed;
        this.instance = instance;
        this.tools = tools;
        this.events = events;
        this.component = component(feed);
        this.work = new ClaimWork(tools, feed.name(), mailbox, this);
        this.count = new WaitingCount(
                counters,
                () -> WaitingFiles.of(
                        feed, tools.gate(), FeedLoop::isOffered, tools.clock().instant()),
                tools.telemetry().of(feed)::waiting,
                failure -> tools.health().fail(component, failure),
                this::now);
    }

    /** What health and readiness call the feed. */
    static String component(Feed feed) {
        return "feed." + feed.name();
    }

    @Override
    public void appeared(Path name) {
        hint(() -> arrivals.appeared(name));
    }

    @Override
    public void written(Path name) {
        hint(() -> arrivals.written(name));
    }

    @Override
    public void lost() {
        hintsLost = true;
    }

    /** Ends the loop after what is in flight has been acknowledged, or some seconds; the rest stays claimed. */
    void stop() {
        closing = true;
        mailbox.post(() -> lookNow = true);
    }

    // In a burst the loop may wait for the brokers while the file system goes on telling.
    private void hint(Runnable hint) {
        if (mailbox.size() >= Arrivals.MOST) {
            hintsLost = true;
            return;
        }
        mailbox.post(() -> {
            hint.run();
            lookNow = true;
        });
    }

    /** What was told before the loss is taken in first, so that all of it is doubted. */
    private void takeHints() {
        boolean lost = hintsLost;
        mailbox.run();
        if (lost) {
            hintsLost = false;
            arrivals.doubt();
            lookNow = true;
        }
    }

    @Override
    public void run() {
        try {
            while (!closing) {
                long until = round();
                mailbox.await(now(), lookNow ? now() : until);
            }
            long latest = now() + DRAIN;
            while (!work.idle() && now() < latest) {
                mailbox.await(now(), latest);
            }
        } catch (InterruptedException | InterruptException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) { // a thread that ends unseen would leave its folder lying
            tools.health().fail(component, e);
        } finally {
            abandon();
        }
    }

    /** Returns when to look again. */
    private long round() {
        mailbox.runDue(now());
        takeHints();
        lookNow = false;
        try {
            ClaimFolder folder = open();
            if (now() >= nextTakeOver) {
                nextTakeOver = now() + TAKE_OVER;
                if (folder.takeOver()) {
                    takeUp(folder);
                }
            }
            long until = look(folder);
            count.look();
            tell();
            return until;
        } catch (IOException | DirectoryIteratorException e) {
            abandon();
            tools.health()
                    .down(
                            component,
                            "folder " + feed.folder() + " cannot be used, mend it and its files are taken: " + e);
            return now() + POLL;
        }
    }

    private ClaimFolder open() throws IOException {
        if (claims == null) {
            Files.createDirectories(feed.folder());
            ClaimFolder opened = ClaimFolder.open(feed, instance, tools.gate(), tools.clock());
            claims = opened;
            events.register(feed.folder(), this);
            opened.takeOver();
            takeUp(opened);
        }
        return claims;
    }

    private void takeUp(ClaimFolder folder) throws IOException {
        for (Claim claim : folder.leftovers()) {
            work.begin(claim);
            mailbox.run();
        }
    }

    private long look(ClaimFolder folder) throws IOException {
        long until = now() + POLL;
        if (!tools.gate().mayTake(feed.name())
                || !feed.schedule().isOpen(tools.clock().instant(), feed.zone())) {
            return until;
        }
        stuck = null;
        arrivals.beginLook();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(feed.folder(), FeedLoop::isOffered)) {
            for (Path file : files) {
                if (work.pausedUntil() > now() || closing || !tools.gate().mayTake(feed.name())) {
                    return Math.min(until, Math.max(work.pausedUntil(), now()));
                }
                until = Math.min(until, now() + consider(folder, file));
                takeHints();
            }
        }
        arrivals.endLook();
        return until;
    }

    /** Takes the file if it is finished, else returns for how long to leave it alone. */
    private long consider(ClaimFolder folder, Path file) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Claim.attributes(file);
        } catch (NoSuchFileException e) {
            return POLL;
        }
        // A link is claimed too, so that it is told why it is not taken; one to a folder is left alone as folders are.
        if (!attributes.isRegularFile() && (!attributes.isSymbolicLink() || Files.isDirectory(file))) {
            return POLL;
        }
        Path name = Objects.requireNonNull(file.getFileName());
        long wait = arrivals.wait(
                name, attributes.size(), attributes.lastModifiedTime().toMillis(), now());
        if (wait > 0) {
            return Math.max(SOON, wait);
        }
        Optional<Claim> claim = claim(folder, file, attributes);
        if (claim.isPresent()) {
            arrivals.forget(name);
            work.begin(claim.get());
        }
        return POLL;
    }

    /** One file that cannot be claimed holds up no other. */
    private Optional<Claim> claim(ClaimFolder folder, Path file, BasicFileAttributes attributes) throws IOException {
        try {
            return folder.claim(file, attributes);
        } catch (FileSystemException e) {
            if (!folder.usable()) {
                throw e;
            }
            stuck = file + " cannot be claimed (permissions, a full disk?): " + e;
            return Optional.empty();
        }
    }

    private void tell() {
        if (stuck == null) {
            tools.health().up(component);
        } else {
            tools.health().down(component, stuck);
        }
    }

    private static boolean isOffered(Path file) {
        return Feed.takes(String.valueOf(file.getFileName()));
    }

    @Override
    public void release(Claim claim) throws IOException {
        if (claims != null) {
            claims.release(claim);
        }
    }

    @Override
    public Claim again(Claim claim) throws IOException {
        if (claims == null) {
            throw new IOException("the claim folder of " + feed.folder() + " is gone");
        }
        return claims.again(claim);
    }

    private void abandon() {
        ClaimFolder folder = claims;
        claims = null;
        if (folder == null) {
            return;
        }
        try {
            folder.close();
        } catch (IOException e) {
            tools.health().down(component, "the lock of " + feed.folder() + " cannot be given back: " + e);
        }
    }

    private long now() {
        return tools.clock().millis();
    }
}
