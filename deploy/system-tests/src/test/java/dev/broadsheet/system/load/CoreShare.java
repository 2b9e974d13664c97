package dev.broadsheet.system.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Shares of a core for processes: each is pinned to its core, and where the share is less than all, held back by a control group (version 1, as root). */
final class CoreShare implements AutoCloseable {
    private static final Path GROUPS = Path.of("/sys/fs/cgroup/cpu");
    private static final int PERIOD_MICROS = 10_000;

    private final List<Path> groups = new ArrayList<>();
    private final double share;

    /** @param share of a core, above 0 and at most 1 */
    CoreShare(double share) {
        this.share = share;
    }

    /** What a command begins with that is to run on this core, and from {@link #holdBack} on with its share of it. */
    List<String> prefix(int core) throws IOException {
        List<String> prefix = new ArrayList<>(List.of("taskset", "-c", Integer.toString(core)));
        if (share < 1) {
            Path group = GROUPS.resolve("broadsheet-" + ProcessHandle.current().pid() + "-" + groups.size());
            Files.createDirectory(group);
            groups.add(group);
            prefix.addAll(List.of("sh", "-c", "echo $$ > " + group + "/cgroup.procs; exec \"$@\"", "sh"));
        }
        return prefix;
    }

    /** Until then processes have all of their core, so that they are compiled sooner. */
    void holdBack() throws IOException {
        for (Path group : groups) {
            Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD_MICROS));
            Files.writeString(group.resolve("cpu.cfs_quota_us"), Integer.toString((int) (share * PERIOD_MICROS)));
        }
    }

    /** Removes the groups, whose processes must have ended. */
    @Override
    public void close() throws IOException {
        for (Path group : groups) {
            Files.deleteIfExists(group);
        }
    }
}
