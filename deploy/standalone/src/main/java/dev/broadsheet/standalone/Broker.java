package dev.broadsheet.standalone;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The Kafka broker, a child JVM: a full disk halts it, and only it. */
final class Broker implements Child {
    static final String NAME = "the broker";

    private static final Duration LIMIT = Duration.ofSeconds(90); // recovery after a power cut
    private static final List<String> FLAGS = List.of(
            "-Xmx224m",
            "-Xms96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Dlogback.configurationFile=dev/broadsheet/standalone/broker-logback.xml");

    private final Path home;
    private final int port;
    private final int controllerPort;
    private final ChildJvm jvm;

    Broker(Path home, ChildLog log, int port, int controllerPort) {
        this.home = home;
        this.port = port;
        this.controllerPort = controllerPort;
        this.jvm = new ChildJvm(NAME, home, log);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        Path properties = home.resolve("broker.properties");
        Path serving = home.resolve("serving");
        try {
            Files.createDirectories(home);
            try (Writer writer = Files.newBufferedWriter(properties)) {
                BrokerProperties.of(home.resolve("logs"), port, controllerPort).store(writer, "written at every start");
            }
            Files.deleteIfExists(serving);
        } catch (IOException e) {
            throw new StandaloneException(NAME + " cannot write to " + home + ": " + e.getMessage(), e);
        }
        List<String> arguments = new ArrayList<>(FLAGS);
        arguments.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                BrokerMain.class.getName(),
                properties.toString(),
                serving.toString()));
        jvm.start(arguments, LIMIT, () -> Files.exists(serving));
    }

    @Override
    public CompletableFuture<?> ended() {
        return jvm.ended();
    }

    @Override
    public void kill() {
        jvm.kill();
    }

    @Override
    public void close() {
        jvm.close();
    }

    String bootstrapServers() {
        return "127.0.0.1:" + port;
    }
}
