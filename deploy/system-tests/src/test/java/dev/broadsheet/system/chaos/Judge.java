package dev.broadsheet.system.chaos;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.system.chaos.Findings.Breach;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks at every topic and table once nothing moves any more. It shares the pure cores with the services and nothing else;
 * what may still come is waited for, what is there too often is final. One thread.
 */
final class Judge {
    private static final Duration QUIET = Duration.ofSeconds(6);
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final long LOOK_MS = 500;

    private final Cluster cluster;
    private final Feed feed;
    private final PoisonRecords poison;
    private final ActionLog log;
    private final Calm calm = new Calm();

    Judge(Cluster cluster, Feed feed, PoisonRecords poison, ActionLog log) {
        this.log = log;
        this.cluster = cluster;
        this.feed = feed;
        this.poison = poison;
    }

    /**
     * Returns clean findings, or those that are left when the limit is over. A look takes minutes on a busy machine: what it missed
     * counts only if nothing has come in the meantime, and otherwise the limit begins anew.
     */
    Findings judge() throws SQLException, IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try (TopicContents topics = new TopicContents(cluster.addresses(), poison);
                StoreJudge store = new StoreJudge(cluster.addresses())) {
            while (true) {
                awaitQuiet(topics, store, deadline);
                long before = progress(topics, store);
                Findings findings = look(topics, store);
                boolean moved = progress(topics, store) != before;
                log.say("the judge has looked" + (moved ? ", while records still came" : "") + ": "
                        + findings.summary());
                if (findings.clean() || !findings.mayPass() || (!moved && System.nanoTime() > deadline)) {
                    return findings;
                }
                if (moved) {
                    deadline = System.nanoTime() + LIMIT.toNanos();
                }
                Thread.sleep(LOOK_MS);
            }
        }
    }

    private Findings look(TopicContents topics, StoreJudge store) throws SQLException, IOException {
        Findings findings = new Findings();
        Evidence evidence = Evidence.read(topics);
        Expected expected = new Expected(feed, evidence, calm);
        new TopicJudge(feed, evidence, expected, findings).judge();
        new ReceiptJudge(feed, evidence, expected, findings).judge();
        new DeadLetterJudge(evidence, expected, poison, findings).judge();
        store.judge(evidence, expected, findings);
        files(findings);
        cluster.endedByThemselves().forEach(what -> findings.add(Breach.WRONG, what));
        return findings;
    }

    /** Nothing is left lying in the drop folder, whether claimed or not. */
    private void files(Findings findings) throws IOException {
        try (Stream<Path> left = Files.walk(cluster.drop())) {
            List<String> names = left.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals(".lock"))
                    .toList();
            names.forEach(name -> findings.add(Breach.STRANDED, "file " + name + " was never done"));
        } catch (UncheckedIOException e) {
            findings.add(Breach.STRANDED, "files still move: " + e.getMessage());
        }
    }

    private static void awaitQuiet(TopicContents topics, StoreJudge store, long deadline)
            throws SQLException, InterruptedException {
        long seen = -1;
        long since = System.nanoTime();
        while (System.nanoTime() - since < QUIET.toNanos() && System.nanoTime() < deadline) {
            long now = progress(topics, store);
            if (now != seen) {
                seen = now;
                since = System.nanoTime();
            }
            Thread.sleep(LOOK_MS);
        }
    }

    /** Grows whenever a topic or a table does. */
    private static long progress(TopicContents topics, StoreJudge store) throws SQLException {
        long sum = store.progress();
        for (Topic topic : Topic.values()) {
            sum += topics.end(topic);
        }
        return sum;
    }
}
