package dev.broadsheet.runtime;

import dev.broadsheet.contracts.Topics;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * What every service is told.
 *
 * @param service "ingest", "enrich", "sink" …
 * @param instance name in receipts, logs and telemetry; {@link #named} tells whether an operator chose it
 * @param kafka keys of Kafka's own clients, bootstrap.servers among them
 * @param registry keys of Confluent's serializers, schema.registry.url among them
 * @param createTopics whether missing topics are created at start
 * @param replication copies of a created topic; -1 for the broker's default
 */
public record CommonSettings(
        String service,
        String instance,
        Map<String, String> kafka,
        Map<String, String> registry,
        Topics topics,
        boolean createTopics,
        short replication,
        HttpSettings http,
        LogFormat logFormat,
        TraceSettings traces) {
    private static final int MOST_PARTITIONS = 10_000;
    private static final Pattern TOPIC_PREFIX = Pattern.compile("[A-Za-z0-9._-]{0,100}");
    private static final Pattern INSTANCE = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    // Not allowed in a chosen name, so the two kinds cannot be taken for each other.
    private static final char MADE_UP = '~';

    public CommonSettings {
        kafka = Map.copyOf(kafka);
        registry = Map.copyOf(registry);
    }

    /** Notes problems in the reader and returns what could be read; the caller finishes the reader. */
    public static CommonSettings read(String service, SettingsReader reader) {
        return new CommonSettings(
                service,
                instance(service, reader),
                kafka(reader),
                registry(reader),
                topics(reader),
                reader.flag("BROADSHEET_TOPIC_CREATE", true),
                (short) reader.integer("BROADSHEET_TOPIC_REPLICATION", -1, -1, Short.MAX_VALUE),
                HttpSettings.read(reader),
                LogSettings.read(reader).format(),
                TraceSettings.read(reader));
    }

    /** Whether BROADSHEET_INSTANCE was given: such an instance comes back under the same name after a restart. */
    public boolean named() {
        return instance.indexOf(MADE_UP) < 0;
    }

    /** Consumer group and transactions, for example "broadsheet.split". */
    public String applicationId(String name) {
        return topics.prefix() + name;
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "CommonSettings[service=" + service + ", instance=" + instance + ", kafka=" + Secrets.masked(kafka)
                + ", registry=" + Secrets.masked(registry) + ", topics=" + topics + ", createTopics=" + createTopics
                + ", replication=" + replication + ", http=" + http + ", logFormat=" + logFormat + ", traces=" + traces
                + "]";
    }

    private static String instance(String service, SettingsReader reader) {
        String given = reader.optional("BROADSHEET_INSTANCE");
        if (given == null) {
            return String.format(
                    "%s%c%06x", service, MADE_UP, ThreadLocalRandom.current().nextInt(1 << 24));
        }
        if (!INSTANCE.matcher(given).matches()) {
            reader.problem("BROADSHEET_INSTANCE", "may hold letters, digits, \".\", \"_\" and \"-\" only");
        }
        return given;
    }

    private static Map<String, String> kafka(SettingsReader reader) {
        reader.required("BROADSHEET_KAFKA_BOOTSTRAP_SERVERS");
        Map<String, String> kafka = reader.passThrough("BROADSHEET_KAFKA_");
        SizeSettings.problems(kafka).forEach(problem -> reader.problem("BROADSHEET_KAFKA_…", problem));
        return kafka;
    }

    private static Map<String, String> registry(SettingsReader reader) {
        reader.required("BROADSHEET_REGISTRY_URL");
        Map<String, String> registry = new TreeMap<>();
        reader.passThrough("BROADSHEET_REGISTRY_").forEach((key, value) -> registry.put(registryKey(key), value));
        if (registry.containsKey("basic.auth.user.info")) {
            registry.putIfAbsent("basic.auth.credentials.source", "USER_INFO");
        }
        return registry;
    }

    // Confluent's client wants its address and TLS keys under a prefix and the others without.
    private static String registryKey(String key) {
        return key.equals("url") || key.startsWith("ssl.") ? "schema.registry." + key : key;
    }

    private static Topics topics(SettingsReader reader) {
        String prefix = reader.text("BROADSHEET_TOPIC_PREFIX", Topics.DEFAULT_PREFIX);
        if (!TOPIC_PREFIX.matcher(prefix).matches()) {
            reader.problem("BROADSHEET_TOPIC_PREFIX", "may hold letters, digits, \".\", \"_\" and \"-\" only");
        }
        return new Topics(
                prefix, reader.integer("BROADSHEET_TOPIC_PARTITIONS", Topics.DEFAULT_PARTITIONS, 1, MOST_PARTITIONS));
    }
}
