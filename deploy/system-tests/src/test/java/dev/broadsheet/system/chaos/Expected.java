package dev.broadsheet.system.chaos;

import static java.util.Objects.requireNonNull;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.PageVersion;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.SplitResult;
import dev.broadsheet.enrich.CalmEnrich;
import dev.broadsheet.ingest.CalmSplit;
import dev.broadsheet.system.chaos.Delivery.Kind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What has to lie on the topics after a feed, record by record, if nothing was lost or doubled: it follows from what was
 * handed in and from which versions of a page overtook others. In the order of each key.
 */
final class Expected {
    /** Versions of each page that stood at some time, oldest first. */
    final Map<String, List<Page>> pages = new TreeMap<>();
    /** Split, but a newer version of the page already stood. */
    final List<Page> late = new ArrayList<>();

    final Map<String, List<Article>> articles = new LinkedHashMap<>();
    final Map<String, List<EnrichedArticle>> enriched = new LinkedHashMap<>();
    /** Per metricId "CURRENT metric" or "RETRACTED version". */
    final Map<String, List<String>> metrics = new LinkedHashMap<>();
    /** Issues whose bytes no splitter survives. */
    final List<RawIssue> unsplit = new ArrayList<>();
    /** Articles that no extractor survives. */
    final List<Article> unenriched = new ArrayList<>();

    private final Map<String, Kind> kinds = new HashMap<>();
    private final Calm calm;
    private final Evidence evidence;

    Expected(Feed feed, Evidence evidence, Calm calm) {
        this.calm = calm;
        this.evidence = evidence;
        for (Delivery delivery : feed.deliveries()) {
            kinds.putIfAbsent(issueId(delivery), delivery.kind());
        }
        split();
    }

    static String issueId(Delivery delivery) {
        return Ids.issueId(delivery.text().getBytes(StandardCharsets.UTF_8));
    }

    private void split() {
        Map<String, List<Page>> versions = new TreeMap<>();
        Map<String, SplitResult> results = new HashMap<>();
        for (RawIssue issue : first(evidence.issues())) {
            if (kinds.get(issue.getIssueId()) == Kind.SPLIT_FAILS) {
                unsplit.add(issue);
                continue;
            }
            SplitResult result = calm.split(issue, splitter());
            results.put(issue.getIssueId(), result);
            versions.computeIfAbsent(result.getPage().getPageId(), unused -> new ArrayList<>())
                    .add(result.getPage());
        }
        Set<PageVersion> stood =
                evidence.pages().stream().map(page -> page.some().getVersion()).collect(Collectors.toSet());
        versions.forEach((pageId, all) -> {
            all.sort((a, b) -> Ids.VERSION_ORDER.compare(a.getVersion(), b.getVersion()));
            Page newest = all.get(all.size() - 1);
            late.addAll(all.stream()
                    .filter(page -> !page.equals(newest) && !stood.contains(page.getVersion()))
                    .toList());
            all.removeAll(late);
            pages.put(pageId, all);
            tell(all, results);
        });
    }

    private void tell(List<Page> versions, Map<String, SplitResult> results) {
        for (int i = 0; i < versions.size(); i++) {
            Page page = versions.get(i);
            List<Article> own =
                    requireNonNull(results.get(page.getVersion().getIssueId())).getArticles();
            own.forEach(this::current);
            if (i + 1 < versions.size()) {
                Page successor = versions.get(i + 1);
                own.forEach(article -> retracted(CalmSplit.retracted(article.getArticleId(), successor)));
            }
        }
    }

    private void current(Article article) {
        put(articles, article.getArticleId(), article);
        if (article.getBlocks().stream().anyMatch(block -> stumbles(block.getText()))) {
            unenriched.add(article);
            return;
        }
        EnrichedArticle read = calm.enrich(article, enricher());
        put(enriched, article.getArticleId(), read);
        read.getMetrics().forEach(metric -> put(metrics, metric.getMetricId(), told(metric)));
    }

    private void retracted(Article article) {
        put(articles, article.getArticleId(), article);
        List<EnrichedArticle> before = enriched.getOrDefault(article.getArticleId(), List.of());
        before.stream()
                .flatMap(read -> read.getMetrics().stream())
                .toList()
                .forEach(metric -> put(
                        metrics,
                        metric.getMetricId(),
                        RecordState.RETRACTED + " " + article.getVersion().getIssueId()));
        put(enriched, article.getArticleId(), CalmEnrich.retracted(article, enricher()));
    }

    static String told(Metric metric) {
        return metric.getState() == RecordState.RETRACTED
                ? RecordState.RETRACTED + " " + metric.getVersion().getIssueId()
                : metric.toString();
    }

    /** Figures of articles that stand. */
    List<Metric> standingMetrics() {
        return enriched.values().stream()
                .map(records -> records.get(records.size() - 1))
                .flatMap(article -> article.getMetrics().stream())
                .toList();
    }

    private static boolean stumbles(String text) {
        return text.contains(Marks.ENRICH_THROWS) || text.contains(Marks.ENRICH_HANGS);
    }

    /** The delivery of each issue that came first counts. */
    private static List<RawIssue> first(List<Kept<RawIssue>> issues) {
        Map<String, RawIssue> first = new LinkedHashMap<>();
        issues.forEach(issue -> first.putIfAbsent(issue.key(), issue.some()));
        return List.copyOf(first.values());
    }

    // All instances run the same code; that they do is seen where records are compared.
    private String splitter() {
        return evidence.pages().isEmpty() ? "" : evidence.pages().get(0).some().getExtractor();
    }

    private String enricher() {
        return evidence.enriched().isEmpty()
                ? ""
                : evidence.enriched().get(0).some().getExtractor();
    }

    private static <T> void put(Map<String, List<T>> map, String key, T value) {
        map.computeIfAbsent(key, unused -> new ArrayList<>()).add(value);
    }
}
