package dev.broadsheet.ingest.split;

import java.util.BitSet;
import java.util.List;

/**
 * The splitter's postcondition: every character of the page that is not white space stands in exactly one block, and each block's
 * text is, white space aside, what its runs say stands in the page, in page order. A breach is a fault of the splitter and throws.
 */
final class Conservation {
    private Conservation() {}

    static void check(String page, List<SplitArticle> articles, List<Block> furniture) {
        BitSet claimed = new BitSet(page.length());
        for (SplitArticle article : articles) {
            article.blocks().forEach(block -> claim(page, block, claimed));
        }
        furniture.forEach(block -> claim(page, block, claimed));
        for (int i = 0; i < page.length(); i++) {
            if (!Chars.isWhite(page.charAt(i)) && !claimed.get(i)) {
                throw new IllegalStateException("page offset " + i + " stands in no block");
            }
        }
    }

    private static void claim(String page, Block block, BitSet claimed) {
        int inBlock = 0;
        int inPage = -1;
        for (Run run : block.runs()) {
            white(block, inBlock, run.blockOffset());
            if (run.pageOffset() < inPage
                    || !page.regionMatches(run.pageOffset(), block.text(), run.blockOffset(), run.length())) {
                throw new IllegalStateException(
                        "a run of the block at lines " + block.lines() + " is not the page's text");
            }
            inBlock = run.blockOffset() + run.length();
            inPage = run.pageOffset() + run.length();
            once(claimed, run.pageOffset(), inPage);
            claimed.set(run.pageOffset(), inPage);
        }
        white(block, inBlock, block.text().length());
    }

    private static void once(BitSet claimed, int from, int to) {
        for (int i = from; i < to; i++) {
            if (claimed.get(i)) {
                throw new IllegalStateException("page offset " + i + " stands in two blocks");
            }
        }
    }

    private static void white(Block block, int from, int to) {
        if (from > to || !Chars.isBlank(block.text().subSequence(from, to))) {
            throw new IllegalStateException("text of the block at lines " + block.lines() + " is not from the page");
        }
    }
}
