package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;

/**
 * A line that is not blank, or several that are one paragraph, as the splitter reads it: text without white space at either end and, in
 * a hard-wrapped dump, without the blanks at printed line ends. `folded` is as long as `text`, for matching. `gap` counts the blank
 * lines before it.
 */
record Row(int index, List<Line> lines, String text, String folded, List<Run> runs, int gap) {
    /** One row of several that follow one another, with a blank only between two Latin words. */
    static Row of(int index, List<Row> parts) {
        Row first = parts.get(0);
        if (parts.size() == 1) {
            return new Row(index, first.lines, first.text, first.folded, first.runs, first.gap);
        }
        List<Line> lines = new ArrayList<>();
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (Row part : parts) {
            if (!text.isEmpty() && Blocks.needsBlank(text.charAt(text.length() - 1), part.first())) {
                text.append(' ');
            }
            part.runs.forEach(
                    run -> runs.add(new Run(text.length() + run.blockOffset(), run.pageOffset(), run.length())));
            text.append(part.text);
            lines.addAll(part.lines);
        }
        return new Row(index, lines, text.toString(), Chars.fold(text), runs, first.gap);
    }

    /** The number of its first line. */
    int firstLine() {
        return lines.get(0).number();
    }

    /** Begins with a full-width blank or two others. */
    boolean isIndented() {
        String raw = lines.get(0).text();
        return raw.charAt(0) == '\u3000'
                || (raw.length() > 1 && Chars.isWhite(raw.charAt(0)) && Chars.isWhite(raw.charAt(1)));
    }

    char first() {
        return folded.charAt(0);
    }

    char last() {
        return folded.charAt(folded.length() - 1);
    }
}
