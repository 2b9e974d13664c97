package dev.broadsheet.ingest;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.BackfillHeaders;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageState;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.contracts.SubscriberHeaders;
import dev.broadsheet.ingest.SplitTelemetry.Outcome;
import java.time.Duration;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The version guard of a page: a newer version supersedes what stands and retracts the articles that are gone, an older
 * one is LATE, the same one again changes nothing, unless a dead letter says that it was written in part only. The
 * receipts of both versions name each other. One instance per stream task.
 */
final class PageProcessor implements Processor<String, SplitResult, String, Object> {
    /** Half of the time for which articles, by the time of its records, keeps them. */
    private static final Duration OLD = Duration.ofDays(15);

    private final SplitMapping mapping;
    private final SplitReceipts receipts;
    private final SplitTelemetry telemetry;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    private ProcessorContext<String, Object> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, PageState> pages;

    PageProcessor(SplitMapping mapping, SplitReceipts receipts, SplitTelemetry telemetry) {
        this.mapping = mapping;
        this.receipts = receipts;
        this.telemetry = telemetry;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.pages = context.getStateStore(SplitTopology.PAGE_STORE);
    }

    @Override
    public void process(Record<String, SplitResult> record) {
        Page page = record.value().getPage();
        PageState standing = pages.get(page.getPageId());
        int newer = standing == null ? 1 : Ids.VERSION_ORDER.compare(page.getVersion(), standing.getVersion());
        if (newer == 0 && !Replay.mustRepeat(record.headers())) {
            return; // stands already
        }
        PageState replaced = standing != null && newer > 0 && !sameIssue(standing, page) ? standing : null;
        receipt(record, page.getVersion(), receipts.split(page, replaced));
        if (standing != null && newer < 0) {
            receipt(record, page.getVersion(), receipts.late(page, standing));
            telemetry.count(Outcome.LATE);
            return;
        }
        if (standing != null && newer > 0) {
            replace(record, standing);
        }
        write(record);
        pages.put(page.getPageId(), new PageState(page.getVersion(), page.getDelivery(), page.getArticleIds()));
    }

    private void replace(Record<String, SplitResult> record, PageState standing) {
        Page page = record.value().getPage();
        for (String id : standing.getArticleIds()) {
            if (!page.getArticleIds().contains(id)) {
                article(record, mapping.retracted(id, page));
            }
        }
        if (!sameIssue(standing, page)) {
            receipt(record, standing.getVersion(), receipts.superseded(standing, page));
            telemetry.count(Outcome.SUPERSEDED);
        }
    }

    private static boolean sameIssue(PageState standing, Page page) {
        return standing.getVersion().getIssueId().equals(page.getVersion().getIssueId());
    }

    private void write(Record<String, SplitResult> record) {
        Page page = record.value().getPage();
        Headers headers = SubscriberHeaders.of(page, record.headers());
        forward(record, page.getPageId(), page, SplitTopology.PAGES, headers);
        for (Article article : record.value().getArticles()) {
            article(record, article);
        }
        telemetry.articles(record.value().getArticles());
    }

    private void article(Record<String, SplitResult> record, Article article) {
        Headers headers = SubscriberHeaders.of(article, record.headers());
        Record<String, SplitResult> timely = record.withTimestamp(timely(record.timestamp()));
        forward(timely, article.getArticleId(), article, SplitTopology.ARTICLES, headers);
    }

    // What was received long ago and is split now, such as a replay, would be deleted before enrich reads it.
    private long timely(long timestamp) {
        long now = context.currentSystemTimeMs();
        return timestamp < now - OLD.toMillis() ? now : timestamp;
    }

    private void receipt(Record<String, SplitResult> record, PageVersion about, Receipt receipt) {
        Headers headers = BackfillHeaders.without(record.headers());
        forward(record, about.getIssueId(), receipt, SplitTopology.PAGE_RECEIPTS, headers);
    }

    // A live page's record has the time it was received, a reprocessed one's the time of the run.
    private void forward(Record<String, SplitResult> record, String key, Object value, String child, Headers headers) {
        context.forward(new Record<>(key, value, record.timestamp(), headers), child);
    }
}
