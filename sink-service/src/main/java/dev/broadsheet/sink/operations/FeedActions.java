package dev.broadsheet.sink.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.broadsheet.contracts.FeedControl;
import dev.broadsheet.sink.console.Answer;
import dev.broadsheet.sink.console.ApiException;
import dev.broadsheet.sink.console.ApiRequest;
import dev.broadsheet.sink.postgresql.ReadDatabase;
import dev.broadsheet.sink.repair.FeedControls;
import dev.broadsheet.sink.repair.Installation;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pausing and resuming feeds; one line in the log each. Any thread. */
final class FeedActions {
    private static final Logger LOG = LoggerFactory.getLogger(FeedActions.class);
    private static final int LONGEST_REASON = 500;

    private final ReadDatabase database;
    private final Installation where;
    private final Clock clock;

    FeedActions(ReadDatabase database, Installation where, Clock clock) {
        this.database = database;
        this.where = where;
        this.clock = clock;
    }

    Answer pause(ApiRequest request) {
        return control(request, true);
    }

    Answer resume(ApiRequest request) {
        return control(request, false);
    }

    private Answer control(ApiRequest request, boolean paused) {
        String name = request.part("feed");
        String reason = reason(request.body().path("reason"));
        ObjectNode feed = database.read(session -> FeedList.read(session, clock.instant())).stream()
                .filter(one -> one.path("feed").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> ApiException.notFound("there is no feed of this name"));
        FeedControl control = Brokers.ask(() ->
                FeedControls.write(where, name, paused, reason, request.caller().by(), clock));
        LOG.info(
                "{} {} feed {}: {}",
                control.getBy(),
                paused ? "pauses" : "resumes",
                name,
                reason == null ? "no reason given" : reason);
        // The store learns of it a moment later.
        feed.put("paused", paused);
        feed.put("pausedBy", paused ? control.getBy() : null);
        feed.put("pausedReason", paused ? reason : null);
        feed.put("pausedAt", paused ? control.getAt().toString() : null);
        return Answer.ok(feed);
    }

    private static @Nullable String reason(JsonNode reason) {
        if (reason.isMissingNode() || reason.isNull() || reason.asText().isBlank()) {
            return null;
        }
        String text = reason.asText().strip();
        if (!reason.isTextual()
                || text.length() > LONGEST_REASON
                || text.chars().anyMatch(Character::isISOControl)) {
            throw ApiException.badRequest("reason is not a line of at most " + LONGEST_REASON + " characters");
        }
        return text;
    }
}
