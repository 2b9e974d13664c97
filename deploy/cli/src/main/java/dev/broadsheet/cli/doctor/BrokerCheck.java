package dev.broadsheet.cli.doctor;

import dev.broadsheet.contracts.Topic;
import dev.broadsheet.runtime.Answers;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.admin.QuorumInfo;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Brokers: whether they answer, what they speak, whether they can keep copies and take our largest records, their clock. */
public final class BrokerCheck implements Check {
    private static final String SUBJECT = "brokers";
    private static final List<String> COPIES = List.of(
            "default.replication.factor",
            "offsets.topic.replication.factor",
            "transaction.state.log.replication.factor");
    private static final int SAFE_COPIES = 3;
    /** Since Kafka 4.0: an aborted writer cannot come back into its own next transaction. */
    private static final int TRANSACTIONS = 2;
    /** What the services ask for. */
    private static final long TRANSACTION_MS = 60_000;

    private final Admin admin;
    private final String bootstrapServers;
    private final boolean oneMachine;
    private final Clock clock;

    /** {@code oneMachine}: a single broker is meant. */
    public BrokerCheck(Admin admin, String bootstrapServers, boolean oneMachine, Clock clock) {
        this.admin = admin;
        this.bootstrapServers = bootstrapServers;
        this.oneMachine = oneMachine;
        this.clock = clock;
    }

    @Override
    public String subject() {
        return SUBJECT;
    }

    @Override
    public void run(Findings findings) {
        Collection<Node> nodes;
        try {
            nodes = Answers.of(admin.describeCluster().nodes());
        } catch (RuntimeException e) {
            findings.fail(
                    SUBJECT,
                    bootstrapServers + " do not answer: " + e.getMessage(),
                    "start them, or mend bootstrapServers and the \"kafka\" settings of the endpoints file");
            return;
        }
        copies(nodes, findings);
        features(findings);
        settings(nodes, findings);
        clock(findings);
    }

    private void copies(Collection<Node> nodes, Findings findings) {
        String finding = nodes.size() + " of them answer at " + bootstrapServers;
        if (nodes.size() >= SAFE_COPIES) {
            findings.ok(SUBJECT, finding);
        } else if (oneMachine) {
            findings.ok(SUBJECT, finding + "; everything is kept once, so back its folder up");
        } else {
            findings.warn(
                    SUBJECT,
                    finding + ", too few to lose one and go on",
                    "run " + SAFE_COPIES + " or more, with BROADSHEET_TOPIC_REPLICATION=" + SAFE_COPIES);
        }
    }

    private void features(Findings findings) {
        try {
            Map<String, FinalizedVersionRange> features =
                    Answers.of(admin.describeFeatures().featureMetadata()).finalizedFeatures();
            int metadata = level(features, "metadata.version");
            int transactions = level(features, "transaction.version");
            String finding = "metadata.version " + metadata + ", transaction.version " + transactions;
            if (transactions >= TRANSACTIONS) {
                findings.ok(SUBJECT, finding);
            } else {
                findings.warn(
                        SUBJECT,
                        finding + ": transactions as before Kafka 4.0",
                        "upgrade to Kafka 4.0 or newer, then kafka-features.sh upgrade --feature transaction.version="
                                + TRANSACTIONS);
            }
        } catch (UnsupportedVersionException e) {
            findings.fail(SUBJECT, "they are older than Kafka 2.7", "upgrade them to Kafka 4.0 or newer");
        }
    }

    private static int level(Map<String, FinalizedVersionRange> features, String name) {
        FinalizedVersionRange range = features.get(name);
        return range == null ? 0 : range.maxVersionLevel();
    }

    private void settings(Collection<Node> nodes, Findings findings) {
        List<ConfigResource> brokers = nodes.stream()
                .map(node -> new ConfigResource(ConfigResource.Type.BROKER, node.idString()))
                .toList();
        try {
            Map<ConfigResource, Config> configs =
                    Answers.of(admin.describeConfigs(brokers).all());
            int before = findings.all().size();
            configs.forEach((broker, config) -> settings(broker.name(), config, nodes.size(), findings));
            if (findings.all().size() == before) {
                findings.ok("limits", "the brokers take our largest records and our transactions");
            }
        } catch (AuthorizationException e) {
            findings.warn(SUBJECT, "their settings may not be read", "allow DESCRIBE_CONFIGS on the cluster");
        }
    }

    private static void settings(String broker, Config config, int brokers, Findings findings) {
        for (String key : COPIES) {
            number(config, key).ifPresent(copies -> {
                if (copies > brokers) {
                    findings.fail(
                            SUBJECT,
                            "broker " + broker + " wants " + copies + " copies (" + key + ") of " + brokers
                                    + " brokers",
                            "start more brokers, or set " + key + " to " + brokers);
                }
            });
        }
        long largest = Stream.of(Topic.values())
                .mapToLong(Topic::maxMessageBytes)
                .max()
                .orElse(0);
        atLeast(broker, config, "socket.request.max.bytes", largest, findings);
        atLeast(broker, config, "transaction.max.timeout.ms", TRANSACTION_MS, findings);
    }

    private static void atLeast(String broker, Config config, String key, long least, Findings findings) {
        number(config, key).ifPresent(value -> {
            if (value < least) {
                findings.fail(
                        "limits",
                        "broker " + broker + " has " + key + "=" + value,
                        "set it to " + least + " or more, else no service starts");
            }
        });
    }

    private static OptionalLong number(Config config, String key) {
        ConfigEntry entry = config.get(key);
        return entry == null || entry.value() == null
                ? OptionalLong.empty()
                : OptionalLong.of(Long.parseLong(entry.value()));
    }

    // The leader of the quorum tells of itself with its own time: brokers tell it nowhere else.
    private void clock(Findings findings) {
        Instant asked = clock.instant();
        QuorumInfo quorum;
        try {
            quorum = Answers.of(admin.describeMetadataQuorum().quorumInfo());
        } catch (AuthorizationException | UnsupportedVersionException e) {
            findings.warn(
                    "clock", "the controller's may not be read: " + e.getMessage(), "allow DESCRIBE on the cluster");
            return;
        }
        Instant answered = clock.instant();
        quorum.voters().stream()
                .filter(voter -> voter.replicaId() == quorum.leaderId())
                .flatMapToLong(voter -> voter.lastFetchTimestamp().stream())
                .filter(millis -> millis > 0)
                .forEach(millis -> Clocks.compare(
                        findings,
                        "controller " + quorum.leaderId(),
                        asked.minusMillis(1),
                        Instant.ofEpochMilli(millis),
                        answered));
    }
}
