package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.List;

/** Cuts a page into physical lines. A line ends at LF, CRLF or CR and nowhere else: a form feed is white space inside a line. */
final class PageReader {
    private PageReader() {}

    static List<Line> read(String page) {
        List<Line> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < page.length(); i++) {
            char c = page.charAt(i);
            if (c != '\n' && c != '\r') {
                continue;
            }
            lines.add(new Line(lines.size() + 1, start, page.substring(start, i)));
            if (c == '\r' && i + 1 < page.length() && page.charAt(i + 1) == '\n') {
                i++;
            }
            start = i + 1;
        }
        lines.add(new Line(lines.size() + 1, start, page.substring(start)));
        return lines;
    }
}
