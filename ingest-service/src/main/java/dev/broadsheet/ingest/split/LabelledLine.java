package dev.broadsheet.ingest.split;

/**
 * A line of a page and what it is: its article (0: none), its role, whether it goes on an earlier line of the same article, and how
 * many blank lines stand before it.
 */
record LabelledLine(String text, int article, Role role, boolean joins, int gap) {
    LabelledLine withText(String other) {
        return new LabelledLine(other, article, role, joins, gap);
    }

    LabelledLine withGap(int other) {
        return new LabelledLine(text, article, role, joins, other);
    }

    LabelledLine withArticle(int other) {
        return new LabelledLine(text, other, role, joins, gap);
    }
}
