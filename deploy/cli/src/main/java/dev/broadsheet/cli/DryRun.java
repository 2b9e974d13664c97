package dev.broadsheet.cli;

import dev.broadsheet.cli.compare.ArticleImprint;
import dev.broadsheet.cli.compare.PageDifference;
import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.PageIdPartitioner;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.contracts.Topic;
import dev.broadsheet.enrich.PresentExtractor;
import dev.broadsheet.enrich.extract.Vocabulary;
import dev.broadsheet.ingest.PresentSplitter;
import dev.broadsheet.runtime.TimeLimit;
import dev.broadsheet.sink.repair.IssueFinder;
import dev.broadsheet.sink.repair.RecordValues;
import dev.broadsheet.sink.repair.StandingPage;
import dev.broadsheet.sink.repair.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Splits and reads pages again in this process and compares with what stands on articles.enriched; writes nothing. Keeps a
 * few kilobytes for each standing article of {@link #MOST_PAGES} pages, which are those of one partition; issues, where the chosen
 * pages lie close together, is read once for each such portion. One thread.
 */
final class DryRun implements AutoCloseable {
    private static final int MOST_PAGES = 5_000;
    /** The services' default. */
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Endpoints where;
    private final RecordValues<EnrichedArticle> values;
    private final int mostPages;
    private final PresentSplitter splitter = new PresentSplitter();
    private final PresentExtractor extractor;
    private final TimeLimit limit = new TimeLimit("dry-run", LIMIT);

    /** {@code names} are the operator's own, as the enrich service has them. */
    DryRun(Endpoints where, Vocabulary names) {
        this(where, names, MOST_PAGES);
    }

    DryRun(Endpoints where, Vocabulary names, int mostPages) {
        this.where = where;
        this.values = new RecordValues<>(where, EnrichedArticle.class);
        this.mostPages = mostPages;
        this.extractor = new PresentExtractor(names);
    }

    /** Hands over a difference for each page and returns the pages whose bytes are no longer there. */
    List<StandingPage> run(Collection<StandingPage> pages, Consumer<PageDifference> each) {
        List<StandingPage> missing = new ArrayList<>();
        try (TopicReader enriched = new TopicReader(where, Topic.ARTICLES_ENRICHED, true);
                IssueFinder issues = new IssueFinder(where)) {
            Map<Integer, List<StandingPage>> places = pages.stream()
                    .collect(Collectors.groupingBy(
                            page -> PageIdPartitioner.partition(page.pageId(), enriched.partitions())));
            places.forEach((partition, there) -> {
                for (int from = 0; from < there.size(); from += mostPages) {
                    List<StandingPage> some = there.subList(from, Math.min(there.size(), from + mostPages));
                    missing.addAll(compare(some, standing(enriched, partition, some), issues, each));
                }
            });
        }
        return missing;
    }

    @Override
    public void close() {
        limit.close();
    }

    private List<StandingPage> compare(
            List<StandingPage> pages,
            Map<String, Map<String, ArticleImprint>> standing,
            IssueFinder issues,
            Consumer<PageDifference> each) {
        return issues.find(pages, (page, issue) -> {
            Map<String, ArticleImprint> before = standing.remove(page.pageId());
            each.accept(difference(page, issue, before == null ? List.of() : before.values()));
        });
    }

    /** By pageId and articleId; the pages are those of the partition. */
    private Map<String, Map<String, ArticleImprint>> standing(
            TopicReader enriched, int partition, Collection<StandingPage> pages) {
        Set<String> issues = pages.stream().map(StandingPage::issueId).collect(Collectors.toSet());
        Map<String, Map<String, ArticleImprint>> standing = new HashMap<>();
        enriched.readPartition(partition, record -> {
            if (issues.contains(issueOf(record))) {
                values.value(record).ifPresent(article -> keep(standing, article));
            }
            return true;
        });
        return standing;
    }

    /** An articleId is the issueId and a line. */
    private static String issueOf(ConsumerRecord<byte[], byte[]> record) {
        String articleId = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
        int end = articleId.lastIndexOf('-');
        return end < 0 ? articleId : articleId.substring(0, end);
    }

    private static void keep(Map<String, Map<String, ArticleImprint>> standing, EnrichedArticle enriched) {
        Article article = enriched.getArticle();
        Map<String, ArticleImprint> articles =
                standing.computeIfAbsent(article.getPageId(), page -> new LinkedHashMap<>());
        if (article.getState() == RecordState.CURRENT) {
            articles.put(article.getArticleId(), ArticleImprint.of(enriched));
        } else {
            articles.remove(article.getArticleId());
        }
    }

    private PageDifference difference(StandingPage page, RawIssue issue, Collection<ArticleImprint> before) {
        try {
            SplitResult split = limit.call(() -> splitter.split(issue, page.pageId()));
            List<ArticleImprint> now = new ArrayList<>();
            for (Article article : split.getArticles()) {
                now.add(ArticleImprint.of(limit.call(() -> extractor.read(article))));
            }
            boolean record = !page.imprint().equals(StandingPage.imprint(split.getPage()));
            return PageDifference.between(page.pageId(), page.issueId(), page.fileName(), record, before, now);
        } catch (Exception | StackOverflowError e) {
            return PageDifference.failed(page.pageId(), page.issueId(), page.fileName(), e.toString());
        }
    }
}
