package dev.broadsheet.cli;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.DeadLetterState;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Replays or discards the letters that the options name. Named by id, all of them or none; by filter, those that can be, and the others
 * are told. In transactions of {@link #MOST_BYTES} at most, or one letter; one run after the other, whoever starts them.
 */
final class DeadLetterDecision {
    private static final int MOST_BYTES = 32 * 1024 * 1024;
    /** A stage's is ended by the broker after one minute; it looks for such every ten seconds. */
    private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(90);

    private final DeadLetterState state;
    private final DecisionOptions options;
    private final PrintStream out;
    private final PrintStream err;

    DeadLetterDecision(DeadLetterState state, DecisionOptions options, PrintStream out, PrintStream err) {
        this.state = state;
        this.options = options;
        this.out = out;
        this.err = err;
    }

    /** The exit code: 1 where a letter that was meant is left as it is. */
    int run(Endpoints where, Clock clock) {
        if (options.dryRun()) {
            return decide(where, null);
        }
        try (DeadLetterWriter writer = DeadLetterWriter.open(where, clock)) {
            return decide(where, writer);
        }
    }

    private int decide(Endpoints where, @Nullable DeadLetterWriter writer) {
        Predicate<DeadLetter> wanted = options.filter().predicate(where);
        try (DeadLetterTopic letters = new DeadLetterTopic(where)) {
            if (writer != null) {
                letters.awaitOpenTransactions(LONGEST_TRANSACTION);
            }
            DeadLetterTargets targets = new DeadLetterTargets(where, letters::partitions);
            List<DeadLetterEntry> meant = options.ids().isEmpty()
                    ? letters.standing().stream()
                            .filter(entry -> entry.isDead() && wanted.test(entry.letter()))
                            .toList()
                    : named(letters.standing());
            List<DeadLetterEntry> possible = possible(meant, targets);
            if (writer != null) {
                write(possible, letters, writer, targets);
            }
            possible.forEach(entry -> out.println(DeadLetterLines.line(entry.letter())));
            out.print(options.dryRun() ? "would be " : "");
            out.print(state == DeadLetterState.REPLAYED ? "replayed: " : "discarded: ");
            DeadLetterLines.counts(possible, out);
            return possible.size() == meant.size() ? 0 : BroadsheetMain.FAILED;
        }
    }

    private List<DeadLetterEntry> named(List<DeadLetterEntry> standing) {
        Map<String, DeadLetterEntry> byId =
                standing.stream().collect(Collectors.toMap(DeadLetterEntry::id, entry -> entry));
        Map<String, DeadLetterEntry> named = new LinkedHashMap<>();
        List<String> problems = new ArrayList<>();
        for (String id : options.ids()) {
            DeadLetterEntry entry = byId.get(id);
            if (entry == null) {
                problems.add(
                        "there is no dead letter " + id + "; dead-letters list --state all shows those that there are");
            } else if (!entry.isDead() && !options.again()) {
                problems.add(id + " was " + word(entry.letter()) + "; with --again it is "
                        + (state == DeadLetterState.REPLAYED ? "replayed once more" : "discarded all the same"));
            } else {
                named.put(id, entry);
            }
        }
        refuse(problems);
        return List.copyOf(named.values());
    }

    private List<DeadLetterEntry> possible(List<DeadLetterEntry> meant, DeadLetterTargets targets) {
        if (state != DeadLetterState.REPLAYED) {
            return meant;
        }
        List<DeadLetterEntry> possible = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (DeadLetterEntry entry : meant) {
            targets.obstacle(entry.letter())
                    .ifPresentOrElse(
                            obstacle -> problems.add(entry.id() + " cannot be replayed: " + obstacle),
                            () -> possible.add(entry));
        }
        if (!options.ids().isEmpty()) {
            refuse(problems);
        }
        problems.forEach(problem -> err.println("broadsheet: " + problem));
        return possible;
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
            } catch (UserException e) {
                throw from == 0
                        ? e
                        : new UserException(DeadLetterLines.number(from) + " done, then: " + e.getMessage());
            }
            from = to;
        }
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new UserException("nothing was written: " + String.join("\n", problems));
        }
    }

    private static String word(DeadLetter letter) {
        String decided = letter.getState() == DeadLetterState.REPLAYED ? "replayed" : "discarded";
        return decided + " already" + (letter.getDecidedAt() == null ? "" : ", at " + letter.getDecidedAt());
    }
}
