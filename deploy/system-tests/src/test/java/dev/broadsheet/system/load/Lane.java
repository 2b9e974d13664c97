package dev.broadsheet.system.load;

import dev.broadsheet.contracts.SchemaCatalog;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.contracts.Topics;
import dev.broadsheet.runtime.CommonSettings;
import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.SettingsReader;
import dev.broadsheet.runtime.TopicAdmin;
import dev.broadsheet.standalone.Backends;
import dev.broadsheet.system.Deployment.Addresses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Processes that share topics of their own on a common broker. Lanes live side by side, all warm, and work one at a time, so that each meets the same
 * machine: an idle one costs two or three hundredths of a core. One thread.
 */
final class Lane implements AutoCloseable {
    private final String name;
    private final Backends backends;
    private final Path home;
    private final Topics topics;
    private final List<Process> processes = new ArrayList<>();

    /** Returns when its schemas and topics are there. {@code home}: of logs and state, and of the backends' folder {@code data}. */
    Lane(String name, Backends backends, Path home) throws IOException {
        this.name = name;
        this.backends = backends;
        this.home = home;
        this.topics = new Topics(name + ".", Topics.DEFAULT_PARTITIONS);
        try (SchemaCatalog catalog = new SchemaCatalog(topics, registry())) {
            catalog.register();
        }
        CommonSettings common = CommonSettings.read("load", new SettingsReader(environment(name)));
        TopicAdmin.prepare(common, List.of(Topic.values()), new Health());
    }

    /** Starts a process whose command begins with {@code prefix}; it is killed when the lane is closed. */
    void start(List<String> prefix, Class<?> main, List<String> arguments, Map<String, String> settings)
            throws IOException {
        String instance = name + "-" + processes.size();
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(instance + ".log").toFile());
        builder.environment().putAll(environment(instance));
        builder.environment().putAll(settings);
        processes.add(builder.start());
    }

    String name() {
        return name;
    }

    Topics topics() {
        return topics;
    }

    String bootstrapServers() {
        return backends.bootstrapServers();
    }

    Map<String, String> registry() {
        return Map.of("schema.registry.url", backends.registryUrl());
    }

    /** What the processes have used of the processor since they began. */
    Duration processorTime() {
        return processorTimes().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** The same of each. */
    List<Duration> processorTimes() {
        return processes.stream()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .toList();
    }

    /** What the broker, which all lanes share, has used of it. */
    Duration brokerTime() {
        String marker = "-Dbroadsheet.child=" + home.resolve("data/kafka");
        return ProcessHandle.current()
                .descendants()
                .map(ProcessHandle::info)
                .filter(info -> info.commandLine().orElse("").contains(marker))
                .findFirst()
                .flatMap(ProcessHandle.Info::totalCpuDuration)
                .orElseThrow();
    }

    /** Throws where a process has ended: none does by itself. */
    void check() {
        for (Process process : processes) {
            if (!process.isAlive()) {
                throw new IllegalStateException("a process of " + name + " has ended; its log is in " + home);
            }
        }
    }

    private Map<String, String> environment(String instance) {
        Addresses addresses = new Addresses(
                backends.bootstrapServers(),
                backends.registryUrl(),
                backends.jdbcUrl(),
                backends.jdbcUser(),
                backends.jdbcUser());
        Map<String, String> environment = addresses.environment(instance, home.resolve("state"));
        environment.put("BROADSHEET_TOPIC_PREFIX", topics.prefix());
        // On a machine that others use, too, a page may wait for its turn longer than the ten seconds of production.
        environment.put("BROADSHEET_INGEST_SPLIT_LIMIT", "120s");
        environment.put("BROADSHEET_ENRICH_LIMIT", "120s");
        return environment;
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
        for (Process process : processes) {
            try {
                process.waitFor();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
