package dev.broadsheet.ingest.split;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A page whose lines people have labelled: NAME.txt and NAME.lines.tsv (line, article, role, joins, head; a header row). */
record LabelledPage(String name, List<LabelledLine> lines) {
    private static final String PAGE = ".txt";
    private static final int COLUMNS = 5;

    /** All pages of a folder, by name. Throws IOException in words for a person where a page has no labels or they do not fit it. */
    static List<LabelledPage> readAll(Path pages, Path labels) throws IOException {
        List<Path> files;
        try (var listed = Files.list(pages)) {
            files = listed.filter(file -> file.toString().endsWith(PAGE))
                    .sorted()
                    .toList();
        }
        List<LabelledPage> read = new ArrayList<>();
        for (Path file : files) {
            String name = String.valueOf(file.getFileName());
            name = name.substring(0, name.length() - PAGE.length());
            read.add(read(name, file, labels.resolve(name + ".lines.tsv")));
        }
        return read;
    }

    private static LabelledPage read(String name, Path page, Path labels) throws IOException {
        Map<Integer, LabelledLine> byNumber = labels(labels);
        List<LabelledLine> lines = new ArrayList<>();
        int gap = 0;
        for (Line line : PageReader.read(Files.readString(page))) {
            if (Chars.isBlank(line.text())) {
                gap++;
                continue;
            }
            LabelledLine label = byNumber.remove(line.number());
            if (label == null) {
                throw new IOException(labels + ": line " + line.number() + " of the page has no label");
            }
            lines.add(label.withText(line.text()).withGap(gap));
            gap = 0;
        }
        if (!byNumber.isEmpty()) {
            throw new IOException(labels + ": the page has no text on lines " + byNumber.keySet());
        }
        return new LabelledPage(name, List.copyOf(lines));
    }

    private static Map<Integer, LabelledLine> labels(Path file) throws IOException {
        Map<Integer, LabelledLine> labels = new HashMap<>();
        List<String> rows = Files.readAllLines(file);
        for (int i = 1; i < rows.size(); i++) {
            LabelledLine label = label(rows.get(i).split("\t", -1));
            if (label == null) {
                throw new IOException(file + ":" + (i + 1) + ": not line, article, role, joins, head: " + rows.get(i));
            }
            labels.put(Integer.parseInt(rows.get(i).substring(0, rows.get(i).indexOf('\t'))), label);
        }
        return labels;
    }

    private static @Nullable LabelledLine label(String[] cells) {
        try {
            Integer.parseInt(cells[0]);
            Role role = Role.valueOf(cells[2].toUpperCase(Locale.ROOT));
            return cells.length < COLUMNS
                    ? null
                    : new LabelledLine("", Integer.parseInt(cells[1]), role, cells[3].equals("1"), 0);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return null;
        }
    }

    /** The page as text, one line feed a line. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (LabelledLine line : lines) {
            text.append("\n".repeat(line.gap())).append(line.text()).append('\n');
        }
        return text.toString();
    }

    /** The labels by the line numbers of {@link #text}. */
    Map<Integer, LabelledLine> byNumber() {
        Map<Integer, LabelledLine> numbered = new HashMap<>();
        int number = 0;
        for (LabelledLine line : lines) {
            number += line.gap() + 1;
            numbered.put(number, line);
        }
        return numbered;
    }
}
