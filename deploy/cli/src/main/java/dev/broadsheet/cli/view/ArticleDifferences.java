package dev.broadsheet.cli.view;

import dev.broadsheet.ingest.split.Byline;
import dev.broadsheet.ingest.split.SplitArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** In which fields an article differs from its label, white space and quotation marks aside. Pure. */
final class ArticleDifferences {
    private final List<String> found = new ArrayList<>();

    private ArticleDifferences() {}

    /** What is wanted and what the split has, for each field that differs; under each other where they can be long. */
    static List<String> of(ArticleLabel wanted, SplitArticle got) {
        ArticleDifferences differences = new ArticleDifferences();
        differences.text("title", wanted.title(), got.title());
        differences.text("kicker", wanted.kicker(), got.kicker());
        differences.text("subtitle", wanted.subtitle(), got.subtitle());
        differences.text("section", wanted.section(), got.section());
        differences.add("kind", Names.of(wanted.kind()), Names.of(got.kind()));
        if (!credits(wanted.bylines()).equals(credits(got.bylines()))) {
            differences.addLong("bylines", Names.of(wanted.bylines()), Names.of(got.bylines()));
        }
        differences.add("incomplete", yesOrNo(wanted.incomplete()), yesOrNo(got.incomplete()));
        return differences.found;
    }

    private void text(String field, @Nullable String wanted, @Nullable String got) {
        if (!bare(wanted).equals(bare(got))) {
            addLong(field, Names.quoted(wanted), Names.quoted(got));
        }
    }

    private void addLong(String field, String wanted, String got) {
        found.add(field + ": wanted " + wanted + "\n" + " ".repeat(field.length() + 2) + "got    " + got);
    }

    private void add(String field, String wanted, String got) {
        if (!wanted.equals(got)) {
            found.add(field + ": wanted " + wanted + ", got " + got);
        }
    }

    private static Set<Byline> credits(List<Byline> bylines) {
        return bylines.stream()
                .map(byline -> new Byline(byline.role(), bare(byline.name())))
                .collect(Collectors.toSet());
    }

    private static String bare(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\s\\u00A0\\u3000“”‘’\"'「」『』《》〈〉]", "");
    }

    private static String yesOrNo(boolean value) {
        return value ? "yes" : "no";
    }
}
