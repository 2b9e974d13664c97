package dev.broadsheet.cli;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.sink.repair.RecordValues;
import dev.broadsheet.sink.repair.TopicReader;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which letters are meant; what is not given does not narrow. */
final class DeadLetterFilter {
    private static final Pattern ISSUE_ID = Pattern.compile("[0-9a-f]{6,64}");

    @Option(names = "--stage", paramLabel = "STAGE", description = "Stage that gave up, for example split.")
    private @Nullable String stage;

    @Option(
            names = "--cause",
            paramLabel = "TEXT",
            description = "Part of the cause's class or message, in capitals or not.")
    private @Nullable String cause;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Given up at or after: " + Moment.FORMS + ".")
    private @Nullable Instant since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Given up before; the same forms.")
    private @Nullable Instant until;

    @Option(
            names = "--issue",
            paramLabel = "ISSUE",
            description = "issueId or its beginning (6 digits or more), pageId, or file name as dropped.")
    private @Nullable String issue;

    boolean isEmpty() {
        return stage == null && cause == null && since == null && until == null && issue == null;
    }

    /** Reads the receipts where an issue is named by its file. */
    Predicate<DeadLetter> predicate(Endpoints where) {
        Predicate<DeadLetter> all =
                letter -> (stage == null || letter.getStage().equals(stage))
                        && (since == null || !letter.getAt().isBefore(since))
                        && (until == null || letter.getAt().isBefore(until));
        if (cause != null) {
            String part = cause.toLowerCase(Locale.ROOT);
            all = all.and(letter -> contains(letter.getCauseClass(), part) || contains(letter.getCause(), part));
        }
        return issue == null ? all : all.and(about(where, issue));
    }

    private static Predicate<DeadLetter> about(Endpoints where, String issue) {
        if (ISSUE_ID.matcher(issue).matches()) {
            return letter -> letter.getIssueId() != null && letter.getIssueId().startsWith(issue);
        }
        Set<String> issues = issuesOf(where, issue);
        return letter -> issue.equals(letter.getPageId()) || issues.contains(letter.getIssueId());
    }

    private static Set<String> issuesOf(Endpoints where, String fileName) {
        RecordValues<Receipt> values = new RecordValues<>(where, Receipt.class);
        Set<String> issues = new HashSet<>();
        try (TopicReader reader = new TopicReader(where, Topic.RECEIPTS, true)) {
            reader.readToEnd(record -> {
                values.value(record)
                        .filter(receipt -> receipt.getFileName().equals(fileName))
                        .map(Receipt::getIssueId)
                        .ifPresent(issues::add);
                return true;
            });
        }
        return issues;
    }

    private static boolean contains(String text, String part) {
        return text.toLowerCase(Locale.ROOT).contains(part);
    }
}
