package dev.broadsheet.system.chaos;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** One run: start, feed and break, wait, judge, report. */
record Run(ChaosSettings settings, long seed, Path home) {
    Report run() throws IOException, InterruptedException, ExecutionException, SQLException {
        long from = System.nanoTime();
        Plan plan = Plan.of(seed, settings.kills());
        Feed feed = Feed.of(seed, settings.pages());
        try (ActionLog log = new ActionLog(home.resolve("actions.log"), Clock.systemUTC());
                Disk disk = Disk.mount(home.resolve("files"));
                Cluster cluster = Cluster.start(home, log, Map.of());
                PoisonRecords poison = new PoisonRecords(cluster.addresses().bootstrapServers());
                Groups groups = new Groups(cluster.addresses().bootstrapServers())) {
            log.say("seed " + seed + ", " + plan.kills() + " kills, "
                    + feed.deliveries().size() + " deliveries");
            awaitServices(cluster, groups);
            Feeder feeder =
                    new Feeder(feed, cluster.drop(), poison, settings.pace().toMillis(), log);
            Thread feeding = new Thread(feeder, "feeder");
            feeding.setDaemon(true);
            feeding.start();
            List<Recovery> recoveries =
                    new Director(plan, new Actions(cluster, groups, disk, feeder, log), feeder).run();
            feeding.join();
            feeder.check();
            Findings findings = new Judge(cluster, feed, poison, log).judge();
            log.say("reconcile: " + new Reconciliation(cluster.addresses()).judge(findings));
            findings.lines().forEach(log::say);
            List<Hang> hangs = Hang.in(home.resolve("logs"));
            Report report = new Report(
                    seed,
                    feed.deliveries().size(),
                    plan,
                    recoveries.stream().map(recovery -> recovery.beside(hangs)).toList(),
                    findings,
                    poison.deadLetterIds().size(),
                    (System.nanoTime() - from) / 1_000_000_000L,
                    disk.available() ? List.of() : List.of("full disk skipped: " + disk.why()));
            report.lines().forEach(log::say);
            return report;
        }
    }

    // The first fault should meet a system that works, not one that is still being set up.
    private static void awaitServices(Cluster cluster, Groups groups) throws InterruptedException {
        long deadline = System.nanoTime() + 180_000_000_000L;
        for (String group : Groups.ALL) {
            String service = group.equals(Groups.SPLIT) ? "ingest-" : group.equals(Groups.ENRICH) ? "enrich-" : "sink-";
            for (int i = 1; i <= 2; i++) {
                while (groups.owned(group, service + i).isEmpty()) {
                    if (System.nanoTime() > deadline) {
                        throw new IllegalStateException(
                                service + i + " has no partitions after three minutes; " + cluster.endedByThemselves());
                    }
                    Thread.sleep(300);
                }
            }
        }
    }
}
