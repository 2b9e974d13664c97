package dev.broadsheet.ingest.split;

import java.util.List;

/** Tells the kind of an article from its parts: what it lacks says as much as what it has. */
final class KindRule {
    private static final int FEATURE_SUBHEADS = 2;
    private final List<String> columns = Vocabulary.words("commentary.tsv");
    private final List<String> inlineHeads = Vocabulary.words("inline-heads.tsv");

    Kind of(Item item) {
        boolean running = item.has(Role.BODY);
        if (!running && item.has(Role.CAPTION)) {
            return Kind.PHOTO;
        }
        boolean dated = item.rows().stream().anyMatch(p -> p.has(Trait.DATELINE));
        if (!dated && isCommentary(item)) {
            return Kind.COMMENTARY;
        }
        return subheads(item) >= FEATURE_SUBHEADS ? Kind.FEATURE : Kind.NEWS;
    }

    private boolean isCommentary(Item item) {
        for (Placed placed : item.rows()) {
            String text = placed.row().folded();
            if (placed.state().role() == Role.TITLE && placed.has(Trait.COLUMN) && isColumn(text)) {
                return true;
            }
            if (placed.state() == State.BYLINE && placed.has(Trait.NAMES)) {
                return true;
            }
            if (placed.isRunning() && text.contains("笔者")) {
                return true;
            }
        }
        String section = item.section();
        return section != null && columns.stream().anyMatch(section::endsWith);
    }

    private boolean isColumn(String folded) {
        String column = folded.substring(folded.lastIndexOf('(') + 1, folded.length() - 1);
        return columns.stream().anyMatch(column::endsWith);
    }

    private long subheads(Item item) {
        return item.rows().stream()
                .filter(p -> p.state() == State.SUBHEAD
                        && !inlineHeads.contains(p.row().folded()))
                .count();
    }
}
