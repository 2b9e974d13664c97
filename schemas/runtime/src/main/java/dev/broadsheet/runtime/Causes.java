package dev.broadsheet.runtime;

import dev.broadsheet.contracts.RegistryTrouble;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Reads chains of causes. Frameworks wrap what happened, often several times, so nothing is judged by its outermost class. */
final class Causes {
    private Causes() {}

    /** Outermost first; ends at a cause that was met before. */
    static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        for (@Nullable Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
            chain.add(cause);
        }
        return chain;
    }

    static Throwable root(Throwable failure) {
        List<Throwable> chain = chain(failure);
        return chain.get(chain.size() - 1);
    }

    /** Registry, broker or network: the same record will pass later. In words, else empty. */
    static Optional<String> passing(Throwable failure) {
        return RegistryTrouble.describe(failure)
                .or(() -> chain(failure).stream()
                        .filter(RetriableException.class::isInstance)
                        .findFirst()
                        .map(Causes::sentence));
    }

    /** The record itself is bad: no repetition helps. Ask {@link #passing} first: an outage may look like this. */
    static Optional<Throwable> poison(Throwable failure) {
        return chain(failure).stream()
                .filter(cause -> cause instanceof PoisonException
                        || cause instanceof SerializationException
                        || cause instanceof RecordTooLargeException)
                .findFirst();
    }

    /** The messages outermost first, without those that a wrapper repeats. */
    static String messages(Throwable failure) {
        List<String> messages = new ArrayList<>();
        for (Throwable cause : chain(failure)) {
            String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
            if (messages.stream().noneMatch(earlier -> earlier.contains(message))) {
                messages.add(message);
            }
        }
        return String.join(": ", messages);
    }

    /** Class and message of the root cause on one line. */
    static String sentence(Throwable failure) {
        Throwable root = root(failure);
        String message = root.getMessage();
        String name = root.getClass().getSimpleName();
        return message == null ? name : name + ": " + message.lines().collect(Collectors.joining(" "));
    }

    static String stack(Throwable failure, int longest) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString().substring(0, Math.min(longest, text.getBuffer().length()));
    }
}
