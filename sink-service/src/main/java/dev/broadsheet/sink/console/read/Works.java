package dev.broadsheet.sink.console.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.sink.console.Answer;
import dev.broadsheet.sink.console.Endpoints;
import dev.broadsheet.sink.console.Json;
import dev.broadsheet.sink.console.Role;
import dev.broadsheet.sink.console.Routes;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import dev.broadsheet.sink.store.StoreUnavailableException;
import java.util.Set;

/** GET /health: whether the console can read. The cause stands in the log and in the service's readiness, not in what anybody may ask. */
final class Works implements Endpoints {
    private static final int UNAVAILABLE = 503;

    private final ReadDatabase database;

    Works(ReadDatabase database) {
        this.database = database;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/health", Role.NONE, Set.of(), request -> answer());
    }

    private Answer answer() {
        ObjectNode health = Json.object();
        try {
            database.probe();
            health.put("status", "up").putObject("reasons");
            return Answer.ok(health);
        } catch (StoreUnavailableException e) {
            health.put("status", "down").putObject("reasons").put("database", "does not answer");
            return Answer.of(UNAVAILABLE, health);
        }
    }
}
