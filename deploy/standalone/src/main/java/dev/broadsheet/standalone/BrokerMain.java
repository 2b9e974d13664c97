package dev.broadsheet.standalone;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * A single-node broker and controller. Arguments: its properties file, and a file that it creates when it serves. The
 * first start formats the log folder. Ends with its parent.
 */
public final class BrokerMain {
    /** The same everywhere: a data folder may be copied and started on its own. */
    private static final String CLUSTER_ID = "YnJvYWRzaGVldC1kYXRhMQ";

    private BrokerMain() {}

    public static void main(String[] arguments) throws Exception {
        ParentWatch.start(() -> System.exit(0));
        Properties properties = read(Path.of(arguments[0]));
        format(properties);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
        server.startup();
        Files.createFile(Path.of(arguments[1]));
        server.awaitShutdown();
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    private static void format(Properties properties) throws Exception {
        String logs = properties.getProperty("log.dirs");
        new Formatter()
                .setPrintStream(System.out)
                .setClusterId(CLUSTER_ID)
                .setNodeId(Integer.parseInt(properties.getProperty("node.id")))
                .addDirectory(logs)
                .setMetadataLogDirectory(logs)
                .setControllerListenerName(properties.getProperty("controller.listener.names"))
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setIgnoreFormatted(true)
                .run();
    }
}
