package dev.broadsheet.enrich.project;

import dev.broadsheet.enrich.extract.Lexicon;
import dev.broadsheet.enrich.extract.Table;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The vocabulary of {@code project-stages.tsv} and {@code project-words.tsv}. Immutable, any thread. */
final class ProjectWords {
    private static final Table STAGE_ROWS =
            Table.read(ProjectWords.class, "project-stages.tsv", 2, row -> ProjectStage.valueOf(row.get(1)));
    private static final Table WORDS = Table.read(ProjectWords.class, "project-words.tsv", 2, row -> known(row.get(1)));
    private static final Map<String, ProjectStage> STAGES = stages();

    static final Lexicon STAGE = Lexicon.of(STAGES.keySet());
    static final Lexicon PLAN = group("plan");
    static final Lexicon REACHED = group("reached");
    static final Lexicon NEUTRAL = group("neutral");
    static final Lexicon BEHIND = group("behind");
    static final Lexicon COLLECTIVE = group("collective");
    static final Lexicon SAME = group("same");
    static final Lexicon LEAD = group("lead");
    static final Lexicon EACH = group("each");
    static final Lexicon IN_ORDER = group("in-order");
    static final Lexicon INVEST = group("invest");
    static final Lexicon BUILD = group("build");
    static final Lexicon NONE = group("none");
    private static final Map<InvestmentKind, Lexicon> MONEY = Map.of(
            InvestmentKind.TOTAL, group("TOTAL"), InvestmentKind.DONE, group("DONE"), InvestmentKind.DUE, group("DUE"));
    private static final List<String> NOT = WORDS.group("not");

    private ProjectWords() {}

    static ProjectStage stage(String word) {
        ProjectStage stage = STAGES.get(word);
        if (stage == null) {
            throw new IllegalArgumentException(word + " is no word of a stage");
        }
        return stage;
    }

    /** Whether what stands right before {@code end} denies what follows. */
    static boolean isDenied(String text, int end) {
        return NOT.stream().anyMatch(word -> text.startsWith(word, end - word.length()));
    }

    /** What the last word for money in the stretch says; null where none does, or where it says that it is another's money. */
    static @Nullable InvestmentKind investment(String text, int from, int to) {
        InvestmentKind kind = null;
        for (int i = from; i < to; ) {
            int longest = NONE.matchLength(text, i, to);
            InvestmentKind best = null;
            for (InvestmentKind candidate : InvestmentKind.values()) {
                int length = MONEY.getOrDefault(candidate, NONE).matchLength(text, i, to);
                if (length > longest) {
                    longest = length;
                    best = candidate;
                }
            }
            kind = longest > 0 ? best : kind;
            i += Math.max(1, longest);
        }
        return kind;
    }

    /** Whether a word of this list stands anywhere in the stretch. */
    static boolean holds(Lexicon words, String text, int from, int to) {
        return indexOf(words, text, from, to) >= 0;
    }

    /** Where the first word of this list stands in the stretch, or -1. */
    static int indexOf(Lexicon words, String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.matchLength(text, i, to) > 0) {
                return i;
            }
        }
        return -1;
    }

    private static Lexicon group(String name) {
        return Lexicon.of(WORDS.group(name));
    }

    private static Map<String, ProjectStage> stages() {
        Map<String, ProjectStage> stages = new HashMap<>();
        STAGE_ROWS.rows().forEach(row -> stages.put(row.get(0), ProjectStage.valueOf(row.get(1))));
        return Map.copyOf(stages);
    }

    private static void known(String group) {
        Set<String> groups = new HashSet<>(List.of(
                "plan",
                "reached",
                "neutral",
                "not",
                "behind",
                "collective",
                "same",
                "lead",
                "each",
                "in-order",
                "invest",
                "build",
                "none",
                "TOTAL",
                "DONE",
                "DUE"));
        if (!groups.contains(group)) {
            throw new IllegalArgumentException("unknown group " + group);
        }
    }
}
