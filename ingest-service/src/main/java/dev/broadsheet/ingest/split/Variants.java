package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * More pages from labelled ones, so that what is learned does not lean on one habit: without datelines, without blank lines, and
 * with the articles of all pages mixed anew. The same pages give the same variants.
 */
final class Variants {
    private static final long SEED = 20_261_121;
    private static final int FEWEST = 5;
    private static final int MORE = 5;

    private Variants() {}

    /** The pages themselves and their variants. */
    static List<LabelledPage> of(List<LabelledPage> pages) {
        Random random = new Random(SEED);
        List<LabelledPage> variants = new ArrayList<>(pages);
        List<LabelledPage> mixed = mix(pages, random);
        variants.addAll(mixed);
        for (LabelledPage page : mixed) {
            variants.add(random.nextBoolean() ? undated(page) : gapless(undated(page)));
        }
        for (LabelledPage page : pages) {
            variants.add(random.nextBoolean() ? undated(page) : gapless(page));
        }
        return variants;
    }

    static LabelledPage gapless(LabelledPage page) {
        return new LabelledPage(
                page.name(), page.lines().stream().map(line -> line.withGap(0)).toList());
    }

    /** Without the dateline and its bracket; a line that was nothing else stays. */
    static LabelledPage undated(LabelledPage page) {
        Datelines datelines = new Datelines();
        List<LabelledLine> lines = new ArrayList<>();
        for (LabelledLine line : page.lines()) {
            int end = line.role() == Role.BODY ? leadIn(Chars.fold(line.text().strip()), datelines) : 0;
            String text = line.text().strip();
            lines.add(end > 0 && end < text.length() ? line.withText(text.substring(end)) : line);
        }
        return new LabelledPage(page.name(), lines);
    }

    private static int leadIn(String folded, Datelines datelines) {
        int end = datelines.end(folded);
        if (end > 0 && end < folded.length() && folded.charAt(end) == '(') {
            end = folded.indexOf(')', end) + 1;
        }
        return end;
    }

    /** The articles of all pages, each with the section head right before it, dealt out anew. */
    private static List<LabelledPage> mix(List<LabelledPage> pages, Random random) {
        List<List<LabelledLine>> articles = new ArrayList<>();
        pages.forEach(page -> articles.addAll(articles(page)));
        Collections.shuffle(articles, random);
        List<LabelledPage> mixed = new ArrayList<>();
        int at = 0;
        while (at < articles.size()) {
            int to = Math.min(articles.size(), at + FEWEST + random.nextInt(MORE));
            List<LabelledLine> lines = new ArrayList<>();
            for (int k = at; k < to; k++) {
                for (LabelledLine line : articles.get(k)) {
                    lines.add(line.article() == 0 ? line : line.withArticle(k - at + 1));
                }
            }
            mixed.add(new LabelledPage("mixed-" + mixed.size(), lines));
            at = to;
        }
        return mixed;
    }

    private static List<List<LabelledLine>> articles(LabelledPage page) {
        Map<Integer, List<LabelledLine>> articles = new LinkedHashMap<>();
        List<LabelledLine> heads = new ArrayList<>();
        for (LabelledLine line : page.lines()) {
            if (line.article() == 0) {
                heads.add(line);
                continue;
            }
            List<LabelledLine> own = articles.computeIfAbsent(line.article(), n -> new ArrayList<>(heads));
            heads.clear();
            own.add(line);
        }
        return List.copyOf(articles.values());
    }
}
