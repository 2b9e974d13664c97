package dev.broadsheet.system.chaos;

import dev.broadsheet.standalone.Child;
import dev.broadsheet.system.Proxy;
import dev.broadsheet.system.ServiceProcess;
import dev.broadsheet.system.chaos.Plan.Step;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Does one fault after another and watches how long it takes until work goes on. Faults may be done by several threads at once. */
final class Actions {
    private static final long LOOK_MS = 100;
    /** What a killed instance had sent to the broker is in by then, and a new one is not there yet. */
    private static final long LAST_COMMIT_MS = 500;
    /** One of so many falls on partitions of the instance that was killed. */
    private static final int ENOUGH_PAGES = 25;
    /** Where nothing new has come after so long, it is said so and the run goes on; the judge sees what became of it. */
    private static final long LIMIT_MS = 75_000;

    private final Cluster cluster;
    private final Groups groups;
    private final Disk disk;
    private final Feeder feeder;
    private final ActionLog log;

    Actions(Cluster cluster, Groups groups, Disk disk, Feeder feeder, ActionLog log) {
        this.feeder = feeder;
        this.cluster = cluster;
        this.groups = groups;
        this.disk = disk;
        this.log = log;
    }

    /** Returns when the fault is over and, where it is measured, new output was seen; null where it is not, where what was killed held nothing, or where no pages came any more. */
    @Nullable
    Recovery run(Step step, boolean alone) throws IOException, InterruptedException {
        log.say("begin " + step);
        Recovery recovery = switch (step.fault()) {
            case KILL_INGEST, KILL_ENRICH, KILL_SINK -> killService(step, alone);
            case KILL_BROKER -> killBackend(cluster.backends().broker(), step, alone);
            case KILL_REGISTRY -> killBackend(cluster.backends().registry(), step, alone);
            case KILL_DATABASE -> killBackend(cluster.backends().database(), step, alone);
            case DATABASE_REFUSES -> proxy(Proxy.Mode.REFUSE, step);
            case DATABASE_SLOW -> proxy(Proxy.Mode.SLOW, step);
            case DATABASE_RESETS -> proxy(Proxy.Mode.RESET, step);
            case PAUSE_SINK -> pauseSink(step);
            case FULL_DISK -> fillDisk(step);
        };
        log.say("end " + step + (recovery == null ? "" : " | " + recovery));
        return recovery;
    }

    private @Nullable Recovery killService(Step step, boolean alone) throws IOException, InterruptedException {
        String name = step.victim();
        String group = Groups.of(name);
        Set<TopicPartition> held = groups.held(name);
        ServiceProcess service = cluster.service(name);
        int fed = feeder.fed();
        service.kill();
        Instant from = Instant.now();
        long killed = System.nanoTime();
        log.say("killed " + name + ", which held " + held.size() + " partitions of " + group);
        Map<TopicPartition, Long> before = null;
        boolean started = false;
        long progress = -1;
        while (!started || (progress < 0 && !held.isEmpty() && millisSince(killed) < LIMIT_MS)) {
            if (!started && millisSince(killed) >= step.pauseMillis()) {
                service.start();
                started = true;
            }
            if (before == null) {
                before = millisSince(killed) < LAST_COMMIT_MS ? null : groups.committed(group);
            } else if (progress < 0 && !Collections.disjoint(held, groups.moved(group, before))) {
                progress = millisSince(killed);
            }
            Thread.sleep(LOOK_MS);
        }
        boolean worthWaiting = !held.isEmpty() && feeder.fed() - fed >= ENOUGH_PAGES;
        return progress < 0 && !worthWaiting
                ? null
                : new Recovery(step.fault() + " " + name, from, progress, beside(alone));
    }

    private @Nullable Recovery killBackend(Child backend, Step step, boolean alone) throws InterruptedException {
        backend.kill();
        log.say("killed " + backend.name());
        Thread.sleep(step.pauseMillis());
        Instant from = Instant.now();
        long restarted = System.nanoTime();
        backend.start();
        log.say(backend.name() + " serves again");
        Map<String, Map<TopicPartition, Long>> before = new HashMap<>();
        for (String group : Groups.ALL) {
            before.put(group, groups.standing(group));
        }
        Set<String> flowing = new HashSet<>();
        while (flowing.size() < Groups.ALL.size()) {
            if (millisSince(restarted) > LIMIT_MS) {
                return feeder.finished() ? null : new Recovery(step.fault().toString(), from, -1, beside(alone));
            }
            for (String group : Groups.ALL) {
                if (!groups.moved(group, before.getOrDefault(group, Map.of())).isEmpty()) {
                    flowing.add(group);
                }
            }
            Thread.sleep(LOOK_MS);
        }
        return new Recovery(step.fault().toString(), from, millisSince(restarted), beside(alone));
    }

    private @Nullable Recovery proxy(Proxy.Mode mode, Step step) throws IOException, InterruptedException {
        cluster.proxy().mode(mode);
        Thread.sleep(step.pauseMillis());
        cluster.proxy().mode(Proxy.Mode.PASS);
        return null;
    }

    private @Nullable Recovery pauseSink(Step step) throws IOException, InterruptedException {
        ServiceProcess sink = cluster.service(step.victim());
        sink.signal("STOP");
        Thread.sleep(step.pauseMillis());
        Set<TopicPartition> left = groups.owned(Groups.SINK, step.victim());
        log.say(step.victim() + " wakes up; its partitions "
                + (left.isEmpty() ? "have moved" : "have not moved: " + List.copyOf(left)));
        sink.signal("CONT");
        return null;
    }

    private @Nullable Recovery fillDisk(Step step) throws IOException, InterruptedException {
        if (!disk.available()) {
            log.say("skipped: " + disk.why());
            return null;
        }
        disk.fill();
        Thread.sleep(step.pauseMillis());
        disk.free();
        return null;
    }

    private static String beside(boolean alone) {
        return alone ? "" : Recovery.ANOTHER_FAULT;
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }
}
