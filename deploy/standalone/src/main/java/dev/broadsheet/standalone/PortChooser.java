package dev.broadsheet.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Chooses the ports of a start: what was asked for, else what the folder had before, so that other programs' settings
 * stay right, else any free one below the range that operating systems give to outgoing connections.
 */
final class PortChooser {
    private static final int LOWEST = 18_000;
    private static final int HIGHEST = 32_000;
    private static final int MOST_TRIES = 1_000;

    private final RandomGenerator random;
    private final Set<Integer> chosen = new HashSet<>();

    PortChooser(RandomGenerator random) {
        this.random = random;
    }

    /** Throws a {@link StandaloneException} that names the first port that is taken. */
    Ports choose(Ports asked, Ports before) {
        return new Ports(
                choose("Kafka", "--kafka-port", asked.broker(), before.broker()),
                choose("Kafka's controller", "", asked.controller(), before.controller()),
                choose("the schema registry", "--registry-port", asked.registry(), before.registry()),
                choose("PostgreSQL", "--postgresql-port", asked.postgresql(), before.postgresql()),
                choose("the ingest service", "", asked.ingest(), before.ingest()),
                choose("the enrich service", "", asked.enrich(), before.enrich()),
                choose("the sink service", "", asked.sink(), before.sink()),
                choose("the console", "", asked.console(), before.console()));
    }

    private int choose(String user, String option, int asked, int before) {
        int wanted = asked != 0 ? asked : before;
        // Without an option of its own a port matters to nobody: another will do.
        if (wanted != 0 && chosen.add(wanted)) {
            if (isFree(wanted)) {
                return wanted;
            }
            if (!option.isEmpty()) {
                throw new StandaloneException("port " + wanted + ", which " + user
                        + " needs, is taken by another program; stop that program or choose another port with "
                        + option);
            }
        }
        return any();
    }

    private int any() {
        for (int i = 0; i < MOST_TRIES; i++) {
            int port = random.nextInt(LOWEST, HIGHEST);
            if (isFree(port) && chosen.add(port)) {
                return port;
            }
        }
        throw new StandaloneException("no free port between " + LOWEST + " and " + HIGHEST + " was found");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
