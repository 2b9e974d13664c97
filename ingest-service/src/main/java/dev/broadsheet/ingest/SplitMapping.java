package dev.broadsheet.ingest;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.ArticleKind;
import dev.broadsheet.contracts.Block;
import dev.broadsheet.contracts.BlockRole;
import dev.broadsheet.contracts.Byline;
import dev.broadsheet.contracts.BylineRole;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Line;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.Retraction;
import dev.broadsheet.contracts.Run;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.ingest.split.PageHead;
import dev.broadsheet.ingest.split.SplitArticle;
import dev.broadsheet.ingest.split.SplitPage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one place where the splitter's records become contracts'. Stateless, any thread. */
record SplitMapping(String extractor) {

    /** What the file name or feed tells goes before what the page's printed head tells. */
    SplitResult result(RawIssue issue, SplitPage split) {
        Page page = page(issue, split);
        List<Article> articles = new ArrayList<>();
        for (SplitArticle article : split.articles()) {
            articles.add(article(page, article, articles.size(), split));
        }
        return new SplitResult(page, articles);
    }

    /** The same under another pageId: that under which the page stands already. */
    static SplitResult under(String pageId, SplitResult result) {
        return new SplitResult(
                Page.newBuilder(result.getPage()).setPageId(pageId).build(),
                result.getArticles().stream()
                        .map(article ->
                                Article.newBuilder(article).setPageId(pageId).build())
                        .toList());
    }

    /** An article of an earlier version of the page, which the given version no longer has. */
    Article retracted(String articleId, Page page) {
        return described(page)
                .setArticleId(articleId)
                .setState(RecordState.RETRACTED)
                .setRetraction(new Retraction(
                        "the page was replaced by a newer version",
                        page.getVersion().getIssueId()))
                .setOrdinal(0)
                .setPageArticles(page.getArticleIds().size())
                .setKind(ArticleKind.UNKNOWN)
                .setBylines(List.of())
                .setBlocks(List.of())
                .setConfidence(0)
                .build();
    }

    private Page page(RawIssue issue, SplitPage split) {
        PageHead head = split.head();
        Delivery delivery = issue.getDelivery();
        Page.Builder page = Page.newBuilder()
                .setVersion(new PageVersion(delivery.getReceivedAt(), issue.getIssueId(), issue.getGeneration()))
                .setDelivery(delivery)
                .setPublication(first(issue.getPublication(), head.publication()))
                .setIssueDate(first(issue.getIssueDate(), head.issueDate()))
                .setEdition(issue.getEdition())
                .setPage(first(issue.getPage(), head.page()))
                .setLines(lines(split))
                .setFurniture(blocks(split.furniture(), split.lines()))
                .setArticleIds(split.articles().stream()
                        .map(article -> Ids.articleId(issue.getIssueId(), article.firstLine()))
                        .toList())
                .setConfidence(split.confidence())
                .setExtractor(extractor);
        return page.setPageId(Ids.pageId(
                        page.getPublication(),
                        page.getIssueDate(),
                        page.getEdition(),
                        page.getPage(),
                        issue.getIssueId()))
                .build();
    }

    private Article article(Page page, SplitArticle article, int ordinal, SplitPage split) {
        return described(page)
                .setArticleId(Ids.articleId(page.getVersion().getIssueId(), article.firstLine()))
                .setOrdinal(ordinal)
                .setPageArticles(split.articles().size())
                .setKind(ArticleKind.valueOf(article.kind().name()))
                .setSection(article.section())
                .setKicker(article.kicker())
                .setTitle(article.title())
                .setSubtitle(article.subtitle())
                .setBylines(article.bylines().stream()
                        .map(byline ->
                                new Byline(BylineRole.valueOf(byline.role().name()), byline.name()))
                        .toList())
                .setBlocks(blocks(article.blocks(), split.lines()))
                .setConfidence(article.confidence())
                .setIncomplete(article.incomplete())
                .build();
    }

    private Article.Builder described(Page page) {
        return Article.newBuilder()
                .setPageId(page.getPageId())
                .setVersion(page.getVersion())
                .setFeed(page.getDelivery().getFeed())
                .setFileName(page.getDelivery().getFileName())
                .setDeliveryId(page.getDelivery().getDeliveryId())
                .setPublication(page.getPublication())
                .setIssueDate(page.getIssueDate())
                .setEdition(page.getEdition())
                .setPage(page.getPage())
                .setExtractor(extractor);
    }

    private static List<Line> lines(SplitPage split) {
        return split.lines().stream()
                .filter(line -> !line.text().isBlank())
                .map(line -> new Line(line.number(), line.offset(), line.text()))
                .toList();
    }

    private static List<Block> blocks(
            List<dev.broadsheet.ingest.split.Block> blocks, List<dev.broadsheet.ingest.split.Line> lines) {
        return blocks.stream()
                .map(block -> new Block(
                        BlockRole.valueOf(block.role().name()),
                        block.text(),
                        block.lines(),
                        block.runs().stream()
                                .map(run -> new Run(
                                        lineAt(lines, run.pageOffset()),
                                        run.blockOffset(),
                                        run.pageOffset(),
                                        run.length()))
                                .toList()))
                .toList();
    }

    /** Number of the line that an offset of the page stands on; lines are in order. */
    private static int lineAt(List<dev.broadsheet.ingest.split.Line> lines, int offset) {
        int low = 0;
        int high = lines.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (lines.get(middle).offset() <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return lines.get(low).number();
    }

    private static <T> @Nullable T first(@Nullable T told, @Nullable T printed) {
        return told == null ? printed : told;
    }
}
