package dev.broadsheet.ingest.split;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Splits the text of one newspaper page into its articles and furniture. Promises that each character of the page that is not white
 * space stands in exactly one block, and throws IllegalStateException if it could not keep that. Any text is split, a page or not;
 * what fits nowhere gets a low confidence. The same text gives the same result. Time is linear in the page. May be shared by threads.
 */
public final class PageSplitter {
    private final CreditParser parser = new CreditParser();
    private final CreditFinder credits = new CreditFinder(parser);
    private final TraitReader reader = new TraitReader(credits);
    private final FurnitureFinder furnitureFinder = new FurnitureFinder();
    private final HeadReader heads = new HeadReader(furnitureFinder);
    private final Decoder decoder = new Decoder(new Weights());
    private final Grouper grouper = new Grouper();
    private final Bylines bylines = new Bylines(credits, parser);
    private final ArticleBuilder builder = new ArticleBuilder(bylines);

    /** Loads the vocabularies and weights, some milliseconds; make one and keep it. */
    public PageSplitter() {}

    /** `page` is the decoded text without byte order mark. */
    public SplitPage split(String page) {
        List<Line> lines = PageReader.read(page);
        List<Row> furniture = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (Row row : Unwrapper.rows(lines)) {
            (furnitureFinder.isFurniture(row) ? furniture : rows).add(row);
        }
        PageHead head = heads.read(furniture);
        List<List<Row>> scraps = Scraps.find(rows);
        rows = without(rows, scraps);

        Pairs pairs = Pairs.of(rows);
        long[] traits = traits(rows, pairs);
        Grouper.Groups groups = grouper.group(rows, traits, decoder.decode(traits));
        List<Item> items = new ArrayList<>(groups.items());
        Resumer.resume(items, pairs);
        furniture.addAll(ScrapPlacer.place(scraps, items));
        return page(page, head, lines, items, furniture, groups.sections());
    }

    private static List<Row> without(List<Row> rows, List<List<Row>> runs) {
        if (runs.isEmpty()) {
            return rows;
        }
        BitSet gone = new BitSet();
        runs.forEach(run -> run.forEach(row -> gone.set(row.index())));
        return rows.stream().filter(row -> !gone.get(row.index())).toList();
    }

    private long[] traits(List<Row> rows, Pairs pairs) {
        long[] traits = rows.stream().mapToLong(reader::read).toArray();
        PullQuotes.mark(rows, traits);
        new Neighbours(rows, traits, pairs).add();
        return traits;
    }

    private SplitPage page(
            String page, PageHead head, List<Line> lines, List<Item> items, List<Row> furniture, List<Row> sections) {
        Set<String> desks = bylines.desks(items);
        List<SplitArticle> articles = items.stream()
                .map(item -> builder.build(item, desks))
                .sorted(Comparator.comparingInt(SplitArticle::firstLine))
                .toList();
        List<Block> outside = new ArrayList<>();
        furniture.forEach(row -> outside.add(Blocks.block(Role.FURNITURE, List.of(row))));
        sections.forEach(row -> outside.add(Blocks.block(Role.SECTION, List.of(row))));
        outside.sort(Comparator.comparingInt(block -> block.lines().get(0)));
        Conservation.check(page, articles, outside);
        return new SplitPage(head, lines, articles, outside, Confidence.ofPage(articles));
    }
}
