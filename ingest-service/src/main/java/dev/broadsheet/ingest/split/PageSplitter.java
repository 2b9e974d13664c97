package dev.broadsheet.ingest.split;

import dev.broadsheet.chinese.Seams;
import java.util.ArrayList;
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
    private final FurnitureFinder furnitureFinder = new FurnitureFinder();
    private final Seams seams = Seams.create();
    private final SheetReader reader = new SheetReader(credits, furnitureFinder, seams);
    private final HeadReader heads = new HeadReader(furnitureFinder);
    private final Grouper grouper = new Grouper();
    private final Bylines bylines = new Bylines(credits, parser);
    private final ArticleBuilder builder = new ArticleBuilder(bylines);
    private final Decoder decoder;

    /** Loads the vocabularies and weights, some milliseconds; make one and keep it. */
    public PageSplitter() {
        this(Weight.learned());
    }

    PageSplitter(List<Weight> weights) {
        decoder = new Decoder(new Weights(new Grammar(), weights));
    }

    /** `page` is the decoded text without byte order mark. */
    public SplitPage split(String page) {
        Sheet sheet = reader.read(page);
        Grouper.Groups groups = grouper.group(sheet.rows(), sheet.traits(), decoder.decode(sheet.traits()));
        List<Item> items = new ArrayList<>(groups.items());
        Mender.mend(seams, items, sheet.pairs());
        List<Block> outside = new ArrayList<>();
        sheet.furniture().forEach(row -> outside.add(Blocks.block(Role.FURNITURE, List.of(row))));
        ScrapPlacer.place(sheet.scraps(), items)
                .forEach(row -> outside.add(Blocks.block(Role.FURNITURE, List.of(row))));
        PhotoStory.retell(items);
        groups.outside()
                .forEach(placed -> outside.add(Blocks.block(placed.state().role(), List.of(placed.row()))));
        outside.sort(Comparator.comparingInt(block -> block.lines().get(0)));
        Set<String> desks = bylines.desks(items);
        List<SplitArticle> articles = items.stream()
                .map(item -> builder.build(item, desks))
                .sorted(Comparator.comparingInt(SplitArticle::firstLine))
                .toList();
        Conservation.check(page, articles, outside);
        return new SplitPage(
                heads.read(sheet.furniture()), sheet.lines(), articles, outside, Confidence.ofPage(articles));
    }
}
