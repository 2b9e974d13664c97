package dev.broadsheet.enrich;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import java.time.Clock;

/** The receipts that enrich writes. */
record EnrichReceipts(String instance, Clock clock) {

    Receipt enriched(Article article) {
        return receipt(article, ReceiptState.ENRICHED)
                .setArticles(article.getPageArticles())
                .build();
    }

    Receipt failed(Article article, DeadLetter deadLetter) {
        String title = article.getTitle() == null ? "without a title" : "\"" + article.getTitle() + "\"";
        String reason = "article " + title + " (" + article.getArticleId() + ") could not be enriched: "
                + deadLetter.getCause() + "; its dead letter is " + deadLetter.getDeadLetterId();
        return receipt(article, ReceiptState.FAILED).setReason(reason).build();
    }

    private Receipt.Builder receipt(Article article, ReceiptState state) {
        return Receipt.newBuilder()
                .setState(state)
                .setDeliveryId(article.getDeliveryId())
                .setIssueId(article.getVersion().getIssueId())
                .setPageId(article.getPageId())
                .setFeed(article.getFeed())
                .setFileName(article.getFileName())
                .setAt(clock.instant())
                .setReceivedAt(article.getVersion().getReceivedAt())
                .setService("enrich")
                .setInstance(instance)
                .setGeneration(article.getVersion().getGeneration());
    }
}
