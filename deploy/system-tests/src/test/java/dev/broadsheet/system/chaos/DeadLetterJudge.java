package dev.broadsheet.system.chaos;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.system.chaos.Findings.Breach;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Dead letters are exactly the poison: one for each record that a stage cannot survive, none for anything else. */
record DeadLetterJudge(Evidence evidence, Expected expected, PoisonRecords poison, Findings findings) {
    private static final String SINK = "sink.postgresql";

    void judge() {
        Set<String> wanted = wanted();
        Map<String, Set<DeadLetter>> actual = new HashMap<>();
        for (Kept<DeadLetter> letter : evidence.deadLetters()) {
            boolean fresh = actual.computeIfAbsent(letter.key(), unused -> new HashSet<>())
                    .add(letter.some());
            if (!fresh && letter.some().getStage().equals(SINK)) {
                findings.again("dead-letters of " + SINK, 1);
            } else if (!fresh || actual.getOrDefault(letter.key(), Set.of()).size() > 1) {
                findings.add(Breach.DUPLICATED, "dead letter " + letter.key());
            }
        }
        wanted.stream()
                .filter(id -> !actual.containsKey(id))
                .forEach(id -> findings.add(Breach.LOST, "dead letter " + id));
        actual.forEach((id, letters) -> {
            if (!wanted.contains(id)) {
                DeadLetter letter = letters.iterator().next();
                findings.add(Breach.WRONG, "dead letter " + id + " of no poison: " + letter.getCause());
            }
        });
    }

    private Set<String> wanted() {
        Set<String> ids = new TreeSet<>(poison.deadLetterIds());
        // What intake sent again after a crash is the same record, and fails once.
        Set<RawIssue> once = new HashSet<>();
        evidence.issues().stream()
                .filter(issue -> once.add(issue.some()))
                .filter(issue -> expected.unsplit.stream()
                        .anyMatch(failing -> failing.getIssueId().equals(issue.key())))
                .forEach(issue -> ids.add(id(issue, "split")));
        evidence.articles().stream()
                .filter(article -> expected.unenriched.stream()
                        .anyMatch(failing -> failing.getArticleId().equals(article.key())))
                .forEach(article -> ids.add(id(article, "enrich")));
        for (List<? extends Kept<?>> topic :
                List.of(evidence.pages(), evidence.enriched(), evidence.latest(), evidence.projects())) {
            topic.stream().filter(record -> refused(record.value())).forEach(record -> ids.add(id(record, SINK)));
        }
        return ids;
    }

    /** Whether it holds a character that PostgreSQL does not take. */
    static boolean refused(@org.jspecify.annotations.Nullable Object value) {
        return value != null && value.toString().contains("\\u0000"); // as a record shows it
    }

    static boolean refused(Page page) {
        return refused((Object) page);
    }

    private static String id(Kept<?> record, String stage) {
        return Ids.deadLetterId(record.topic(), record.partition(), record.offset(), stage);
    }
}
