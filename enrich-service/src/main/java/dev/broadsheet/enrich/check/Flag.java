package dev.broadsheet.enrich.check;

import java.util.List;

/** That a figure is at odds with others of its article; indexes into the article's metrics, ascending. */
public record Flag(Check check, List<Integer> figures) {
    public Flag {
        figures = List.copyOf(figures);
    }
}
