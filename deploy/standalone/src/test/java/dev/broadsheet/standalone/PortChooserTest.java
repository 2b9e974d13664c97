package dev.broadsheet.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortChooserTest {
    private final PortChooser chooser = new PortChooser(new Random(1));

    @TempDir
    Path folder;

    private static ServerSocket taken() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = taken()) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aFirstStartGetsSevenDifferentFreePortsBelowTheEphemeralRange() {
        Ports ports = chooser.choose(Ports.ANY, Ports.ANY);

        assertThat(IntStream.of(
                        ports.broker(),
                        ports.controller(),
                        ports.registry(),
                        ports.postgresql(),
                        ports.ingest(),
                        ports.enrich(),
                        ports.sink()))
                .doesNotHaveDuplicates()
                .allMatch(port -> port >= 18_000 && port < 32_000);
    }

    @Test
    void aLaterStartKeepsThePortsOfTheFolder() {
        Ports before = chooser.choose(Ports.ANY, Ports.ANY);

        assertThat(new PortChooser(new Random(2)).choose(Ports.ANY, before)).isEqualTo(before);
    }

    @Test
    void whatIsAskedForWinsOverWhatTheFolderHad() throws IOException {
        Ports before = chooser.choose(Ports.ANY, Ports.ANY);
        int asked = freePort();

        Ports ports = new PortChooser(new Random(2)).choose(new Ports(asked, 0, 0, 0, 0, 0, 0, 0), before);

        assertThat(ports.broker()).isEqualTo(asked);
        assertThat(ports.registry()).isEqualTo(before.registry());
    }

    @Test
    void aTakenPortIsOneSentenceWithTheOptionThatHelps() throws IOException {
        try (ServerSocket other = taken()) {
            Ports asked = new Ports(0, 0, 0, other.getLocalPort(), 0, 0, 0, 0);

            assertThatThrownBy(() -> chooser.choose(asked, Ports.ANY))
                    .isInstanceOf(StandaloneException.class)
                    .hasMessage("port " + other.getLocalPort()
                            + ", which PostgreSQL needs, is taken by another program; stop that program or choose"
                            + " another port with --postgresql-port");
        }
    }

    @Test
    void aTakenPortThatNobodyAskedForIsReplaced() throws IOException {
        try (ServerSocket other = taken()) {
            Ports before = new Ports(0, other.getLocalPort(), 0, 0, 0, 0, 0, 0);

            assertThat(chooser.choose(Ports.ANY, before).controller()).isNotEqualTo(other.getLocalPort());
        }
    }

    @Test
    void portsAreReadAsTheyWereWritten() {
        Ports ports = chooser.choose(Ports.ANY, Ports.ANY);
        Path file = folder.resolve("ports.json");

        ports.write(file);

        assertThat(Ports.read(file)).isEqualTo(ports);
        assertThat(Ports.read(folder.resolve("none.json"))).isEqualTo(Ports.ANY);
    }
}
