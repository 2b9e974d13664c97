package dev.broadsheet.enrich.extract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads articles in which every name is marked: {@code {PLACE:青河县}}. Articles are separated by empty lines; {@code #} opens a title,
 * {@code @REPORTER name} is a byline, other lines are paragraphs. Stateless.
 */
final class MarkedText {
    private static final Pattern MARK = Pattern.compile("\\{([A-Z]+):([^{}]+)\\}");
    private static final Pattern GAP = Pattern.compile("\n\\s*\n");

    private MarkedText() {}

    /** All files of a folder in the order of their names. IOException, in words for a person, where a mark cannot be read. */
    static List<LabelledArticle> readAll(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> list = Files.list(folder)) {
            files = list.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
        List<LabelledArticle> articles = new ArrayList<>();
        for (Path file : files) {
            int number = 0;
            for (String text :
                    GAP.split(Files.readString(file).replace("\r\n", "\n").strip(), -1)) {
                number++;
                articles.add(article(file.getFileName() + ":" + number, text));
            }
        }
        return articles;
    }

    static LabelledArticle article(String name, String text) throws IOException {
        Map<String, EntityType> names = new HashMap<>();
        List<SourceByline> bylines = new ArrayList<>();
        List<SourceBlock> blocks = new ArrayList<>();
        for (String line : text.lines().filter(line -> !line.isBlank()).toList()) {
            String plain = plain(name, line, names);
            if (plain.startsWith("@")) {
                String[] byline = plain.substring(1).split(" ", 2);
                if (byline.length < 2) {
                    throw new IOException(name + ": a byline is @ROLE name, not: " + line);
                }
                bylines.add(new SourceByline(byline[0], byline[1].strip()));
            } else if (plain.startsWith("# ")) {
                blocks.add(new SourceBlock("TITLE", plain.substring(2)));
            } else {
                blocks.add(new SourceBlock("BODY", plain));
            }
        }
        SourceArticle article = new SourceArticle("NEWS", null, null, null, null, bylines, blocks, null, null);
        return new LabelledArticle(name, false, article, names);
    }

    private static String plain(String name, String line, Map<String, EntityType> names) throws IOException {
        Matcher mark = MARK.matcher(line);
        StringBuilder plain = new StringBuilder();
        while (mark.find()) {
            if (mark.group(2).isBlank()) {
                throw new IOException(name + ": a mark without a name: " + line);
            }
            try {
                names.put(mark.group(2), EntityType.valueOf(mark.group(1)));
            } catch (IllegalArgumentException e) {
                throw new IOException(name + ": there is no type " + mark.group(1), e);
            }
            mark.appendReplacement(plain, Matcher.quoteReplacement(mark.group(2)));
        }
        mark.appendTail(plain);
        if (plain.indexOf("{") >= 0 || plain.indexOf("}") >= 0) {
            throw new IOException(name + ": a brace that marks nothing: " + line);
        }
        return plain.toString();
    }
}
