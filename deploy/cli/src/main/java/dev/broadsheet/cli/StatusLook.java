package dev.broadsheet.cli;

import dev.broadsheet.cli.status.GroupsLook;
import dev.broadsheet.cli.status.Overview;
import dev.broadsheet.cli.status.ServicesLook;
import dev.broadsheet.cli.status.Troubles;
import dev.broadsheet.sink.postgresql.StoreActivity;
import dev.broadsheet.sink.repair.RepairException;
import dev.broadsheet.sink.store.StoreUnavailableException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Looks at everything once, as often as it is asked; what does not answer is a trouble in the overview. One thread. */
final class StatusLook implements AutoCloseable {
    private static final Map<String, String> PATIENCE =
            Map.of("request.timeout.ms", "7000", "default.api.timeout.ms", "15000");

    private final Endpoints where;
    private final ServicesLook services;
    private final Clock clock;
    private @Nullable GroupsLook groups;
    private @Nullable WaitingLetters letters;

    StatusLook(Endpoints where, Clock clock) {
        this.where = where.withKafka(PATIENCE);
        this.services = new ServicesLook(where.httpPorts() == null ? Map.of() : where.httpPorts());
        this.clock = clock;
    }

    Overview look() {
        Troubles troubles = new Troubles(clock.instant());
        List<Overview.Group> behind = groups(troubles);
        Overview overview = new Overview(
                troubles.at(),
                services.services(),
                behind,
                store(troubles),
                behind == null ? null : letters(troubles),
                services.reconciliation().orElse(null),
                List.of());
        return troubles.of(overview);
    }

    private @Nullable List<Overview.Group> groups(Troubles troubles) {
        try {
            if (groups == null) {
                groups = new GroupsLook(where.topics(), where.kafkaClient());
            }
            return groups.groups();
        } catch (KafkaException e) {
            troubles.add("Kafka at " + where.bootstrapServers() + " does not answer: " + e.getMessage());
            return null;
        }
    }

    private @Nullable StoreActivity store(Troubles troubles) {
        if (where.jdbcUrl() == null) {
            return null;
        }
        try {
            return StoreActivity.of(where.jdbc());
        } catch (StoreUnavailableException e) {
            troubles.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private Overview.@Nullable Letters letters(Troubles troubles) {
        try {
            if (letters == null) {
                letters = new WaitingLetters(where);
            }
            return letters.count();
        } catch (RepairException | KafkaException e) {
            troubles.add("the dead letters cannot be counted: " + e.getMessage());
            return null;
        }
    }

    @Override
    public void close() {
        if (groups != null) {
            groups.close();
        }
        if (letters != null) {
            letters.close();
        }
    }
}
