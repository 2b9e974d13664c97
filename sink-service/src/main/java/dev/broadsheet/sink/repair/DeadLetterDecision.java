package dev.broadsheet.sink.repair;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replays or discards letters. In transactions of {@link #MOST_BYTES} at most, or one letter; one run after the other, whoever starts
 * them. One thread.
 */
public final class DeadLetterDecision {
    private static final int MOST_BYTES = 32 * 1024 * 1024;
    /** A stage's is ended by the broker after one minute; it looks for such every ten seconds. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(90);

    private final DeadLetterState state;
    private final Installation where;
    private final Clock clock;
    private final Consumer<String> tell;

    /** Why a letter is left as it is. */
    public enum Obstacle {
        UNKNOWN,
        DECIDED,
        IMPOSSIBLE
    }

    /** A letter that is left as it is; {@code reason} is a sentence that names it. */
    public record Refusal(String id, Obstacle obstacle, String reason) {}

    /** What was, or would be, done. */
    public record Outcome(List<DeadLetterEntry> decided, List<Refusal> refused) {}

    /** Which of the letters are meant. */
    @FunctionalInterface
    public interface Choice {
        Outcome from(List<DeadLetterEntry> standing);
    }

    /**
     * @param state REPLAYED or DISCARDED
     * @param tell takes a sentence about what takes long or is left out
     */
    public DeadLetterDecision(DeadLetterState state, Installation where, Clock clock, Consumer<String> tell) {
        this.state = state;
        this.where = where;
        this.clock = clock;
        this.tell = tell;
    }

    /** Those that wait and are wanted. */
    public static Choice waiting(Predicate<DeadLetter> wanted) {
        return standing -> new Outcome(
                standing.stream()
                        .filter(entry -> entry.isDead() && wanted.test(entry.letter()))
                        .toList(),
                List.of());
    }

    /** Those of these ids; {@code again}: also those that were decided about before. */
    public static Choice named(List<String> ids, boolean again) {
        return standing -> named(ids, again, standing);
    }

    /** What {@link #decide} would do; writes nothing. */
    public Outcome rehearse(Choice choice) {
        try (DeadLetterTopic letters = new DeadLetterTopic(where, tell)) {
            return possible(choice.from(letters.standing()), targets(letters));
        }
    }

    /**
     * {@code by} is kept in the letters; {@code allOrNone}: where one is refused, nothing is written and nothing decided.
     *
     * @throws OvertakenException where another replay or discard was begun meanwhile
     * @throws RepairException where Kafka does not answer or refuses
     */
    public Outcome decide(Choice choice, String by, boolean allOrNone) {
        try (DeadLetterWriter writer = DeadLetterWriter.open(where, by, clock);
                DeadLetterTopic letters = new DeadLetterTopic(where, tell)) {
            letters.awaitOpenTransactions(LONGEST_TRANSACTION);
            DeadLetterTargets targets = targets(letters);
            Outcome outcome = possible(choice.from(letters.standing()), targets);
            if (allOrNone && !outcome.refused().isEmpty()) {
                return new Outcome(List.of(), outcome.refused());
            }
            write(outcome.decided(), letters, writer, targets);
            return outcome;
        }
    }

    private DeadLetterTargets targets(DeadLetterTopic letters) {
        return new DeadLetterTargets(where, letters::partitions);
    }

    private static Outcome named(List<String> ids, boolean again, List<DeadLetterEntry> standing) {
        Map<String, DeadLetterEntry> byId =
                standing.stream().collect(Collectors.toMap(DeadLetterEntry::id, entry -> entry));
        Map<String, DeadLetterEntry> named = new LinkedHashMap<>();
        List<Refusal> refused = new ArrayList<>();
        for (String id : ids) {
            DeadLetterEntry entry = byId.get(id);
            if (entry == null) {
                refused.add(new Refusal(id, Obstacle.UNKNOWN, "there is no dead letter " + id));
            } else if (!entry.isDead() && !again) {
                refused.add(new Refusal(id, Obstacle.DECIDED, id + " was " + word(entry.letter())));
            } else {
                named.put(id, entry);
            }
        }
        return new Outcome(List.copyOf(named.values()), refused);
    }

    private Outcome possible(Outcome meant, DeadLetterTargets targets) {
        if (state != DeadLetterState.REPLAYED) {
            return meant;
        }
        List<DeadLetterEntry> possible = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>(meant.refused());
        for (DeadLetterEntry entry : meant.decided()) {
            @Nullable String obstacle = targets.obstacle(entry.letter()).orElse(null);
            if (obstacle == null) {
                possible.add(entry);
            } else {
                refused.add(
                        new Refusal(entry.id(), Obstacle.IMPOSSIBLE, entry.id() + " cannot be replayed: " + obstacle));
            }
        }
        return new Outcome(possible, refused);
    }

    private void write(
            List<DeadLetterEntry> entries,
            DeadLetterTopic letters,
            DeadLetterWriter writer,
            DeadLetterTargets targets) {
        int from = 0;
        while (from < entries.size()) {
            int to = from;
            long bytes = 0;
            List<DeadLetter> batch = new ArrayList<>();
            while (to < entries.size() && (to == from || bytes + entries.get(to).bytes() <= MOST_BYTES)) {
                bytes += entries.get(to).bytes();
                batch.add(letters.fetch(entries.get(to++)));
            }
            try {
                writer.write(batch, state, targets);
            } catch (RepairException e) {
                throw from == 0 ? e : e.after(from == 1 ? "1 letter" : from + " letters");
            }
            from = to;
        }
    }

    private static String word(DeadLetter letter) {
        String decided = letter.getState() == DeadLetterState.REPLAYED ? "replayed" : "discarded";
        return decided + " already" + (letter.getDecidedAt() == null ? "" : ", at " + letter.getDecidedAt());
    }
}
