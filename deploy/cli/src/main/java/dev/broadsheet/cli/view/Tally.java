package dev.broadsheet.cli.view;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what differs from the labels. `lines` are those that differ in article, role or join, `labelled` all that have a label;
 * `missing` are articles of the labels without a counterpart in the split, `extra` the other way round.
 */
record Tally(int labelled, int lines, int articles, int roles, int joins, int fields, int missing, int extra) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

    Tally plus(Tally other) {
        return new Tally(
                labelled + other.labelled,
                lines + other.lines,
                articles + other.articles,
                roles + other.roles,
                joins + other.joins,
                fields + other.fields,
                missing + other.missing,
                extra + other.extra);
    }

    /** For a person: 3 differences: 2 of 90 lines (2 article, 1 join), 1 article field. */
    String words() {
        int all = lines + fields + missing + extra;
        if (all == 0) {
            return "no difference on " + labelled + " labelled lines";
        }
        String wrong = list(counted(articles, "article"), counted(roles, "role"), counted(joins, "join"));
        return (all == 1 ? "1 difference: " : all + " differences: ")
                + list(
                        lines == 0 ? "" : lines + " of " + labelled + " lines (" + wrong + ")",
                        counted(fields, fields == 1 ? "article field" : "article fields"),
                        counted(missing, missing == 1 ? "article missing" : "articles missing"),
                        counted(extra, extra == 1 ? "article too many" : "articles too many"));
    }

    private static String counted(int count, String what) {
        return count == 0 ? "" : count + " " + what;
    }

    private static String list(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }
}
