package dev.broadsheet.enrich;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.ArticleKind;
import dev.broadsheet.contracts.Block;
import dev.broadsheet.contracts.BlockRole;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.Retraction;
import dev.broadsheet.contracts.Run;
import java.time.Instant;
import java.util.List;

/** Articles of our own writing. */
final class Articles {
    static final Instant NOON = Instant.parse("2024-03-08T04:00:00Z");

    private Articles() {}

    static Article article(String issueId, int ordinal, int of, String body) {
        return Article.newBuilder()
                .setArticleId(issueId + "-" + (ordinal + 1))
                .setPageId("青川晚报/2024-03-08/-/A02")
                .setVersion(new PageVersion(NOON, issueId, 1L))
                .setFeed("default")
                .setFileName("A02.txt")
                .setDeliveryId("d-" + issueId)
                .setPublication("青川晚报")
                .setOrdinal(ordinal)
                .setPageArticles(of)
                .setKind(ArticleKind.NEWS)
                .setTitle("青川新区项目开工")
                .setBylines(List.of())
                .setBlocks(List.of(block(body)))
                .setConfidence(0.876)
                .setExtractor("splitter-1")
                .build();
    }

    static Article retraction(Article article, PageVersion by) {
        return Article.newBuilder(article)
                .setState(RecordState.RETRACTED)
                .setRetraction(new Retraction("the page was replaced by a newer version", by.getIssueId()))
                .setVersion(by)
                .setBlocks(List.of())
                .build();
    }

    /** A body on two lines: the first ten units on line 3, the rest on line 5. */
    private static Block block(String text) {
        int cut = Math.min(10, text.length());
        return new Block(
                BlockRole.BODY,
                text,
                List.of(3, 5),
                List.of(new Run(3, 0, 20, cut), new Run(5, cut, 40, text.length() - cut)));
    }
}
