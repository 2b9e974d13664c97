package dev.broadsheet.ingest.split;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the kind of an article from its parts and its prose: what it lacks says as much as what it has. News is what nothing speaks
 * against.
 */
final class KindRule {
    private static final int FEATURE_SUBHEADS = 2;
    private static final int SHORTEST_REPORTAGE = 350;
    private static final int SHORTEST_ESSAY = 300;
    private static final double REPORTAGE_FIGURES = 70;
    private static final double ESSAY_SELF = 6;
    private static final double TALE_SELF = 16;
    private static final double OPINION = 3.5;
    private static final double UNSIGNED_OPINION = 8;
    private final Script script = new Script();
    private final List<String> inlineHeads = Vocabulary.words("inline-heads.tsv");
    private final List<String> arguments;
    private final List<String> fresh;
    private final List<String> columns;
    private final List<String> magazine;
    private final List<String> signs;

    KindRule() {
        columns = Vocabulary.words("commentary.tsv");
        List<List<String>> words = Vocabulary.table("kind-words.tsv", 3);
        arguments = column(words, "argument");
        fresh = column(words, "fresh");
        magazine = column(words, "magazine");
        signs = column(words, "opinion");
    }

    private static List<String> column(List<List<String>> table, String place) {
        return table.stream()
                .filter(r -> r.get(1).equals(place))
                .map(r -> r.get(0))
                .toList();
    }

    Kind of(Item item) {
        if (!item.has(Role.BODY) && item.has(Role.CAPTION)) {
            return Kind.PHOTO;
        }
        boolean dated = item.rows().stream().anyMatch(p -> p.has(Trait.DATELINE));
        if (!dated && isOpinion(item)) {
            return Kind.COMMENTARY;
        }
        if (subheads(item) >= FEATURE_SUBHEADS) {
            return Kind.FEATURE;
        }
        return dated ? Kind.NEWS : undated(item);
    }

    /** Its column, its headline or its signature says so. */
    private boolean isOpinion(Item item) {
        for (Placed placed : item.rows()) {
            String plain = script.plain(placed.row().folded());
            Role role = placed.state().role();
            boolean title = role == Role.TITLE && (isColumnTitle(placed, plain) || isPrefixed(plain));
            if (title || (role == Role.BYLINE && Vocabulary.containsAny(plain, signs))) {
                return true;
            }
            if (placed.isRunning() && plain.contains("笔者")) {
                return true;
            }
        }
        return isColumn(item.section());
    }

    private boolean isColumnTitle(Placed placed, String plain) {
        return placed.has(Trait.COLUMN) && isColumn(plain.substring(plain.lastIndexOf('(') + 1, plain.length() - 1));
    }

    /** 晚报时评:…, 记者手记:… */
    private boolean isPrefixed(String plain) {
        int colon = plain.indexOf(':');
        return colon > 1 && colon <= 8 && (isColumn(plain.substring(0, colon)) || plain.startsWith("记者手记"));
    }

    private boolean isColumn(@Nullable String name) {
        return name != null && columns.stream().anyMatch(tight(name)::endsWith);
    }

    private String tight(String name) {
        return script.plain(name)
                .replace(" ", "")
                .replace("\u3000", "")
                .replace("】", "")
                .replace(")", "");
    }

    private Kind undated(Item item) {
        String section = item.section();
        if (section != null && Vocabulary.containsAny(tight(section), magazine)) {
            return Kind.FEATURE;
        }
        Prose prose = Prose.of(item, arguments, fresh);
        if (item.rows().stream().anyMatch(p -> p.state().role() == Role.BYLINE && p.has(Trait.NAMES))) {
            return signed(prose);
        }
        if (isReported(item)) {
            boolean reportage =
                    prose.letters() >= SHORTEST_REPORTAGE && prose.figures() <= REPORTAGE_FIGURES && !prose.fresh();
            return reportage ? Kind.FEATURE : Kind.NEWS;
        }
        if (prose.self() >= TALE_SELF) {
            return Kind.FEATURE;
        }
        return prose.arguments() >= UNSIGNED_OPINION && !prose.fresh() ? Kind.COMMENTARY : Kind.NEWS;
    }

    /** With an author's name above or below: an essay speaks of its author or tells a tale, an opinion argues. */
    private static Kind signed(Prose prose) {
        if (prose.self() >= TALE_SELF || (prose.self() >= ESSAY_SELF && prose.arguments() < OPINION)) {
            return Kind.FEATURE;
        }
        return prose.letters() >= SHORTEST_ESSAY && prose.arguments() < OPINION ? Kind.FEATURE : Kind.COMMENTARY;
    }

    /** A reporter's line of its own above the text or below it. */
    private static boolean isReported(Item item) {
        return item.rows().stream()
                .anyMatch(p -> p.state().role() == Role.BYLINE
                        && p.has(Trait.CREDIT)
                        && !p.has(Trait.PHOTO_CREDIT)
                        && !p.has(Trait.BRACKETED));
    }

    private long subheads(Item item) {
        return item.rows().stream()
                .filter(p -> p.state() == State.SUBHEAD
                        && !inlineHeads.contains(p.row().folded()))
                .count();
    }
}
