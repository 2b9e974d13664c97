package dev.broadsheet.cli;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.sink.repair.DeadLetterEntry;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Letters as lines for a person or a program, and their counts. */
final class DeadLetterLines {
    private static final int SHOWN_ID = 12;
    private static final int SHOWN_CAUSE = 200;

    private DeadLetterLines() {}

    static String line(DeadLetter letter) {
        String issue = letter.getIssueId();
        return String.format(
                "%s  %-9s  %s  %s%s  %s",
                letter.getAt(),
                letter.getState(),
                letter.getDeadLetterId(),
                attempts(letter),
                issue == null ? "" : "  issue " + issue.substring(0, Math.min(SHOWN_ID, issue.length())),
                cause(letter));
    }

    /** What a program may want to pick letters by; the record itself is left to {@code show}. */
    static String json(DeadLetterEntry entry) {
        DeadLetter letter = entry.letter();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", letter.getDeadLetterId());
        line.put("state", letter.getState().name());
        line.put("stage", letter.getStage());
        line.put("topic", letter.getTopic());
        line.put("partition", letter.getPartition());
        line.put("offset", letter.getOffset());
        line.put("attempts", letter.getAttempts());
        line.put("at", letter.getAt().toString());
        line.put(
                "decidedAt",
                letter.getDecidedAt() == null ? null : letter.getDecidedAt().toString());
        line.put("issueId", letter.getIssueId());
        line.put("pageId", letter.getPageId());
        line.put("causeClass", letter.getCauseClass());
        line.put("cause", letter.getCause());
        line.put("extractor", letter.getExtractor());
        line.put("software", letter.getSoftware());
        line.put("instance", letter.getInstance());
        line.put("bytes", entry.bytes());
        return RecordJson.write(line);
    }

    /** "3 letters", then how many of each state, stage and class of cause; the numbers add up. */
    static void counts(List<DeadLetterEntry> entries, PrintStream out) {
        Map<String, Integer> groups = new TreeMap<>();
        for (DeadLetterEntry entry : entries) {
            DeadLetter letter = entry.letter();
            String group = letter.getState() + "  " + letter.getStage() + "  " + letter.getCauseClass();
            groups.merge(group, 1, Integer::sum);
        }
        out.println(number(entries.size()));
        groups.forEach((group, count) -> out.printf("%6d  %s%n", count, group));
    }

    /** On standard error, beside what a program may read. */
    static void tell(String sentence) {
        System.err.println("broadsheet: " + sentence);
    }

    static String number(int letters) {
        return letters == 1 ? "1 letter" : letters + " letters";
    }

    static String attempts(DeadLetter letter) {
        return letter.getAttempts() == 1 ? "1 attempt" : letter.getAttempts() + " attempts";
    }

    private static String cause(DeadLetter letter) {
        String name = letter.getCauseClass().substring(letter.getCauseClass().lastIndexOf('.') + 1);
        String message = letter.getCause().replaceAll("\\s+", " ");
        return name + ": " + (message.length() <= SHOWN_CAUSE ? message : message.substring(0, SHOWN_CAUSE) + "…");
    }
}
