package dev.broadsheet.ingest.split;

import java.util.List;

/**
 * A line that is not blank, as the splitter reads it: text without white space at either end and, in a hard-wrapped dump, without the
 * blanks at printed line ends. `folded` is as long as `text`, for matching. `gap` counts the blank lines before it.
 */
record Row(int index, Line line, String text, String folded, List<Run> runs, int gap) {
    char first() {
        return folded.charAt(0);
    }

    char last() {
        return folded.charAt(folded.length() - 1);
    }
}
