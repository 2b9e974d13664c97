package dev.broadsheet.standalone;

import dev.broadsheet.contracts.Topics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The settings map of each service, as its environment would hold them in production. */
record ServiceEnvironments(DataFolder folder, Ports ports, Backends backends, Map<String, String> given) {
    private static final String OPERATOR_TOKEN = "BROADSHEET_CONSOLE_OPERATOR_TOKEN";
    /** Hosts of a console that loopback reaches; none given is one of them. */
    private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::");

    Map<String, String> ingest() {
        Map<String, String> environment = common("ingest", ports.ingest());
        if (watchesDrop(given)) {
            environment.put("BROADSHEET_INGEST_DROP", folder.drop().toString());
        }
        environment.putIfAbsent(
                "BROADSHEET_INGEST_DONE", folder.root().resolve("done").toString());
        environment.putIfAbsent(
                "BROADSHEET_INGEST_REJECTED", folder.root().resolve("rejected").toString());
        return environment;
    }

    /** Whether files are dropped into the data folder; else feeds.yaml names where. */
    static boolean watchesDrop(Map<String, String> given) {
        return !given.containsKey("BROADSHEET_INGEST_FEEDS");
    }

    Map<String, String> enrich() {
        return common("enrich", ports.enrich());
    }

    Map<String, String> sink() {
        Map<String, String> environment = common("sink", ports.sink());
        environment.put("BROADSHEET_JDBC_URL", backends.jdbcUrl());
        environment.put("BROADSHEET_JDBC_USER", backends.jdbcUser());
        environment.putIfAbsent("BROADSHEET_CONSOLE_PORT", Integer.toString(ports.console()));
        if (!environment.containsKey(OPERATOR_TOKEN)) {
            environment.put(OPERATOR_TOKEN, ConsoleToken.of(folder.consoleToken()));
        }
        return environment;
    }

    /** Where this machine reaches the console that listens on the port. */
    String consoleUrl(int port) {
        String scheme = given.containsKey("BROADSHEET_CONSOLE_TLS_KEYSTORE") ? "https" : "http";
        String host = given.getOrDefault("BROADSHEET_CONSOLE_HOST", "").strip();
        boolean any = EVERYWHERE.contains(host);
        String name = any ? "127.0.0.1" : host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return scheme + "://" + name + ":" + port + "/";
    }

    String topicPrefix() {
        return given.getOrDefault("BROADSHEET_TOPIC_PREFIX", Topics.DEFAULT_PREFIX);
    }

    int partitions() {
        return Integer.parseInt(
                given.getOrDefault("BROADSHEET_TOPIC_PARTITIONS", Integer.toString(Topics.DEFAULT_PARTITIONS)));
    }

    private Map<String, String> common(String service, int httpPort) {
        Map<String, String> environment = new TreeMap<>(given);
        // Here the endpoints are for this machine alone.
        environment.keySet().removeIf(key -> key.startsWith("BROADSHEET_HTTP_"));
        // A name that is the same after a restart takes up its partitions at once.
        environment.put("BROADSHEET_INSTANCE", service + "-1");
        environment.put("BROADSHEET_KAFKA_BOOTSTRAP_SERVERS", backends.bootstrapServers());
        environment.put("BROADSHEET_REGISTRY_URL", backends.registryUrl());
        environment.put("BROADSHEET_TOPIC_CREATE", "true");
        environment.put("BROADSHEET_TOPIC_REPLICATION", "1");
        environment.put("BROADSHEET_HTTP_HOST", "127.0.0.1");
        environment.put("BROADSHEET_HTTP_PORT", Integer.toString(httpPort));
        environment.put("BROADSHEET_STATE_DIR", folder.state(service).toString());
        return environment;
    }
}
