package dev.broadsheet.ingest.split;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UCharacter;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the splitter promises of any text, each promise on its own, told from the records alone: nothing here uses
 * {@link Conservation} or {@link Chars}. A promise that is not kept is an AssertionError.
 */
final class SplitContract {
    private static final Set<Role> OUTSIDE = Set.of(Role.SECTION, Role.FURNITURE);

    private SplitContract() {}

    /** All promises that one result can be held to. */
    static void check(String text, SplitPage page) {
        linesAreThePages(text, page);
        eachCharacterStandsOnce(text, page);
        runsLeadBackToThePage(text, page);
        eachLineIsInOneBlock(page);
        articlesFollowTheirFirstLines(page);
        confidencesAreShares(page);
    }

    static void linesAreThePages(String text, SplitPage page) {
        assertThat(page.lines().stream().map(Line::text).toList()).isEqualTo(List.of(text.split("\r\n|\r|\n", -1)));
        for (int i = 0; i < page.lines().size(); i++) {
            Line line = page.lines().get(i);
            require(line.number() == i + 1, "line number", i + 1);
            require(text.startsWith(line.text(), line.offset()), "offset of line", i + 1);
        }
    }

    /** Blanks may stand in no block, everything else stands in one. */
    static void eachCharacterStandsOnce(String text, SplitPage page) {
        BitSet claimed = new BitSet(text.length());
        blocks(page).flatMap(block -> block.runs().stream()).forEach(run -> {
            int end = run.pageOffset() + run.length();
            int taken = claimed.nextSetBit(run.pageOffset());
            require(taken < 0 || taken >= end, "one block only for page offset", taken);
            claimed.set(run.pageOffset(), end);
        });
        int left = claimed.nextClearBit(0);
        while (left < text.length() && isWhite(text.charAt(left))) {
            left = claimed.nextClearBit(left + 1);
        }
        require(left >= text.length(), "a block for page offset", left);
    }

    /** A block is its runs, in page order, with nothing but blanks between them. */
    static void runsLeadBackToThePage(String text, SplitPage page) {
        blocks(page).forEach(block -> {
            int inBlock = 0;
            int inPage = 0;
            for (Run run : block.runs()) {
                require(run.pageOffset() >= inPage, "page order at page offset", run.pageOffset());
                require(isBlank(block.text().substring(inBlock, run.blockOffset())), "runs of the block", block);
                inBlock = run.blockOffset() + run.length();
                inPage = run.pageOffset() + run.length();
                String printed = text.substring(run.pageOffset(), inPage);
                require(block.text().startsWith(printed, run.blockOffset()), "the page's text in", block);
            }
            require(isBlank(block.text().substring(inBlock)), "runs of the block", block);
        });
    }

    /** The lines of a block ascend and are those its runs stand on; a blank line is in no block, any other in one. */
    static void eachLineIsInOneBlock(SplitPage page) {
        NavigableMap<Integer, Line> byOffset = new TreeMap<>();
        page.lines().forEach(line -> byOffset.put(line.offset(), line));
        BitSet taken = new BitSet();
        blocks(page).forEach(block -> {
            require(linesOf(block, byOffset).equals(block.lines()), "the lines of the runs of", block);
            for (int number : block.lines()) {
                require(!taken.get(number), "one block only for line", number);
                taken.set(number);
            }
        });
        for (Line line : page.lines()) {
            require(taken.get(line.number()) != isBlank(line.text()), "a block, unless blank, for", line);
        }
    }

    static void articlesFollowTheirFirstLines(SplitPage page) {
        int last = 0;
        for (SplitArticle article : page.articles()) {
            require(article.firstLine() > last, "order of the article at line", article.firstLine());
            last = article.firstLine();
            List<Integer> firsts =
                    article.blocks().stream().map(b -> b.lines().get(0)).toList();
            assertThat(firsts).isSorted().startsWith(article.firstLine());
            require(article.blocks().stream().noneMatch(b -> OUTSIDE.contains(b.role())), "roles of", article);
        }
        require(page.furniture().stream().allMatch(b -> OUTSIDE.contains(b.role())), "roles of", page.furniture());
    }

    static void confidencesAreShares(SplitPage page) {
        require(isShare(page.confidence()), "confidence of the page", page.confidence());
        for (SplitArticle article : page.articles()) {
            require(isShare(article.confidence()), "confidence of", article);
        }
    }

    private static Stream<Block> blocks(SplitPage page) {
        return Stream.concat(page.articles().stream().flatMap(a -> a.blocks().stream()), page.furniture().stream());
    }

    private static List<Integer> linesOf(Block block, NavigableMap<Integer, Line> byOffset) {
        return block.runs().stream()
                .map(run -> {
                    Line line = byOffset.floorEntry(run.pageOffset()).getValue();
                    int end = line.offset() + line.text().length();
                    require(run.pageOffset() + run.length() <= end, "one line only for", run);
                    return line.number();
                })
                .distinct()
                .toList();
    }

    /** Cheap where the promise is kept: some pages have a hundred thousand lines. */
    private static void require(boolean kept, String promise, Object of) {
        if (!kept) {
            throw new AssertionError("not kept: " + promise + " " + of);
        }
    }

    private static boolean isShare(double confidence) {
        return confidence >= 0 && confidence <= 1;
    }

    private static boolean isBlank(String text) {
        return text.chars().allMatch(SplitContract::isWhite);
    }

    /** Unicode's White_Space and the four ASCII separators, as ICU knows them. */
    private static boolean isWhite(int c) {
        return UCharacter.isUWhiteSpace(c) || (c >= 0x1C && c <= 0x1F);
    }
}
