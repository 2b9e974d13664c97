package dev.broadsheet.ingest;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Delivery;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageState;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.ReceiptState;
import dev.broadsheet.contracts.SeenIssue;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** The receipts that split writes. */
record SplitReceipts(String instance, Clock clock) {

    /** {@code replaced}: the other issue that stood for the page until now. */
    Receipt split(Page page, @Nullable PageState replaced) {
        Receipt.Builder receipt =
                of(page, ReceiptState.SPLIT).setArticles(page.getArticleIds().size());
        if (replaced != null) {
            receipt.setOtherIssueId(replaced.getVersion().getIssueId())
                    .setReason("it stands instead of the version that arrived as "
                            + replaced.getDelivery().getFileName());
        }
        return receipt.build();
    }

    Receipt duplicate(RawIssue issue, SeenIssue seen) {
        return of(issue, ReceiptState.DUPLICATE)
                .setFirstDeliveryId(seen.getFirstDeliveryId())
                .setReason("the same bytes arrived before as " + seen.getFirstFileName() + "; nothing to do")
                .build();
    }

    Receipt failed(RawIssue issue, DeadLetter letter) {
        return of(issue, ReceiptState.FAILED)
                .setReason("the page could not be split: " + letter.getCause() + "; its dead letter "
                        + letter.getDeadLetterId() + " can be replayed once that is mended")
                .build();
    }

    /** About the issue that stood until now. */
    Receipt superseded(PageState old, Page by) {
        return receipt(old.getDelivery(), old.getVersion(), ReceiptState.SUPERSEDED)
                .setPageId(by.getPageId())
                .setOtherIssueId(by.getVersion().getIssueId())
                .setReason("a newer version of the page arrived as "
                        + by.getDelivery().getFileName() + " and stands instead; nothing to do")
                .build();
    }

    Receipt late(Page page, PageState standing) {
        if (page.getVersion().getIssueId().equals(standing.getVersion().getIssueId())) {
            return of(page, ReceiptState.LATE)
                    .setReason("the page already stands as a later run has split the same bytes; nothing to do")
                    .build();
        }
        return of(page, ReceiptState.LATE)
                .setOtherIssueId(standing.getVersion().getIssueId())
                .setReason("a newer version of the page already stands, from "
                        + standing.getDelivery().getFileName()
                        + "; if this one is the right one, drop it with a change, such as a blank line at its end")
                .build();
    }

    private Receipt.Builder of(Page page, ReceiptState state) {
        return receipt(page.getDelivery(), page.getVersion(), state).setPageId(page.getPageId());
    }

    private Receipt.Builder of(RawIssue issue, ReceiptState state) {
        PageVersion version =
                new PageVersion(issue.getDelivery().getReceivedAt(), issue.getIssueId(), issue.getGeneration());
        return receipt(issue.getDelivery(), version, state);
    }

    private Receipt.Builder receipt(Delivery delivery, PageVersion version, ReceiptState state) {
        return Receipt.newBuilder()
                .setState(state)
                .setDeliveryId(delivery.getDeliveryId())
                .setIssueId(version.getIssueId())
                .setFeed(delivery.getFeed())
                .setFileName(delivery.getFileName())
                .setAt(clock.instant())
                .setReceivedAt(delivery.getReceivedAt())
                .setService("ingest")
                .setInstance(instance)
                .setGeneration(version.getGeneration());
    }
}
