package dev.broadsheet.enrich;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.ArticleMetrics;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.PageProgress;
import dev.broadsheet.contracts.ProjectChange;
import dev.broadsheet.contracts.ProjectReport;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.Replay;
import dev.broadsheet.contracts.Retraction;
import dev.broadsheet.contracts.SubscriberHeaders;
import dev.broadsheet.enrich.ArticleEnricher.Failed;
import dev.broadsheet.enrich.ArticleEnricher.Outcome;
import dev.broadsheet.enrich.ArticleEnricher.Succeeded;
import dev.broadsheet.runtime.PoisonException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Enriches one article after another and keeps the page's story: an article older than what stands is passed over, and a replayed one
 * that stands already; a retraction goes on with its metrics and projects, those that a new version no longer has are retracted, and the
 * last article of a page brings the ENRICHED receipt. One instance per stream task.
 */
final class ArticleProcessor implements Processor<String, Article, String, Object> {
    private final ArticleEnricher enricher;
    private final EnrichReceipts receipts;
    private final EnrichTelemetry telemetry;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before process
    private ProcessorContext<String, Object> context;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, PageProgress> progress;

    @SuppressWarnings("NullAway.Init")
    private KeyValueStore<String, ArticleMetrics> standing;

    ArticleProcessor(ArticleEnricher enricher, EnrichReceipts receipts, EnrichTelemetry telemetry) {
        this.enricher = enricher;
        this.receipts = receipts;
        this.telemetry = telemetry;
    }

    @Override
    public void init(ProcessorContext<String, Object> context) {
        this.context = context;
        this.progress = context.getStateStore(EnrichTopology.PROGRESS_STORE);
        this.standing = context.getStateStore(EnrichTopology.METRICS_STORE);
    }

    @Override
    public void process(Record<String, Article> record) {
        @Nullable Article article = record.value();
        if (article == null) {
            throw PoisonException.noValue();
        }
        ArticleMetrics before = standing.get(article.getArticleId());
        if (before != null && stands(before, record)) {
            telemetry.passedOver();
            return;
        }
        if (article.getState() == RecordState.RETRACTED) {
            retract(record, before);
        } else {
            enrich(record, before);
        }
    }

    /** Whether what stands is newer, or is what a replay would write a second time. */
    private static boolean stands(ArticleMetrics before, Record<String, Article> record) {
        int order =
                Ids.VERSION_ORDER.compare(before.getVersion(), record.value().getVersion());
        return order > 0 || (order == 0 && Replay.mustNotRepeat(record.headers()));
    }

    private void retract(Record<String, Article> record, @Nullable ArticleMetrics before) {
        Article article = record.value();
        Headers headers = SubscriberHeaders.of(article, null, record.headers());
        forward(
                record,
                article.getArticleId(),
                enricher.mapping().retracted(article),
                EnrichTopology.ENRICHED,
                headers);
        Retraction why = article.getRetraction() == null
                ? new Retraction("the article was retracted", null)
                : article.getRetraction();
        retractMetrics(record, before == null ? List.of() : before.getMetricIds(), Set.of(), why, headers);
        retractProjects(record, before, Set.of(), why, headers);
        standing.put(article.getArticleId(), new ArticleMetrics(article.getVersion(), List.of(), List.of()));
        telemetry.retracted();
    }

    private void enrich(Record<String, Article> record, @Nullable ArticleMetrics before) {
        Outcome outcome = enricher.enrich(record, context.recordMetadata().map(ArticleProcessor::place));
        if (outcome instanceof Succeeded succeeded) {
            succeed(record, before, succeeded);
        } else if (outcome instanceof Failed failed) {
            fail(record, failed.deadLetter());
        }
    }

    private void succeed(Record<String, Article> record, @Nullable ArticleMetrics before, Succeeded succeeded) {
        Article article = record.value();
        EnrichedArticle enriched = succeeded.article();
        Headers headers = SubscriberHeaders.of(article, enriched.getRegion(), record.headers());
        forward(record, article.getArticleId(), enriched, EnrichTopology.ENRICHED, headers);
        for (Metric metric : enriched.getMetrics()) {
            forward(record, metric.getMetricId(), metric, EnrichTopology.METRICS, headers);
        }
        List<String> ids =
                enriched.getMetrics().stream().map(Metric::getMetricId).toList();
        Retraction why = new Retraction(
                "the article no longer reports this figure",
                article.getVersion().getIssueId());
        retractMetrics(record, before == null ? List.of() : before.getMetricIds(), new HashSet<>(ids), why, headers);
        List<String> projectIds = report(record, before, succeeded.projects(), headers);
        standing.put(article.getArticleId(), new ArticleMetrics(article.getVersion(), ids, projectIds));
        telemetry.enriched(succeeded);
        if (PageCount.complete(progress, article)) {
            receipt(record, receipts.enriched(article));
        }
    }

    private void fail(Record<String, Article> record, DeadLetter deadLetter) {
        context.forward(
                record.withKey(deadLetter.getDeadLetterId()).withValue((Object) deadLetter),
                EnrichTopology.DEAD_LETTERS);
        receipt(record, receipts.failed(record.value(), deadLetter));
        telemetry.failed(deadLetter);
    }

    private void retractMetrics(
            Record<String, Article> record, List<String> before, Set<String> now, Retraction why, Headers headers) {
        for (String id : before) {
            if (!now.contains(id)) {
                Metric retracted = enricher.mapping().retractedMetric(id, record.value(), why);
                forward(record, id, retracted, EnrichTopology.METRICS, headers);
            }
        }
    }

    /** Hands on what the article says of its projects and takes back what it no longer says; returns the ids of the former. */
    private List<String> report(
            Record<String, Article> record,
            @Nullable ArticleMetrics before,
            List<ProjectReport> projects,
            Headers headers) {
        Article article = record.value();
        for (ProjectReport report : projects) {
            ProjectChange change = new ProjectChange(
                    report.getProjectId(), article.getArticleId(), article.getVersion(), report, null);
            forward(record, change.getProjectId(), change, EnrichTopology.BY_PROJECT, headers);
        }
        List<String> ids = projects.stream().map(ProjectReport::getProjectId).toList();
        Retraction why = new Retraction(
                "the article no longer names this project", article.getVersion().getIssueId());
        retractProjects(record, before, new HashSet<>(ids), why, headers);
        return ids;
    }

    private void retractProjects(
            Record<String, Article> record,
            @Nullable ArticleMetrics before,
            Set<String> now,
            Retraction why,
            Headers headers) {
        Article article = record.value();
        List<String> known = before == null ? List.of() : before.getProjectIds();
        for (String id : known) {
            if (!now.contains(id)) {
                ProjectChange change = new ProjectChange(id, article.getArticleId(), article.getVersion(), null, why);
                forward(record, id, change, EnrichTopology.BY_PROJECT, headers);
            }
        }
    }

    private void receipt(Record<String, Article> record, Receipt receipt) {
        context.forward(
                record.withKey(record.value().getVersion().getIssueId()).withValue((Object) receipt),
                EnrichTopology.RECEIPTS);
    }

    private void forward(Record<String, Article> record, String key, Object value, String child, Headers headers) {
        context.forward(new Record<>(key, value, record.timestamp(), headers), child);
    }

    private static ArticleEnricher.Place place(RecordMetadata metadata) {
        return new ArticleEnricher.Place(metadata.topic(), metadata.partition(), metadata.offset());
    }
}
