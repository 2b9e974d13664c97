package dev.broadsheet.system.chaos;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.LatestMetric;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.Page;
import dev.broadsheet.contracts.Project;
import dev.broadsheet.contracts.RawIssue;
import dev.broadsheet.contracts.Receipt;
import dev.broadsheet.contracts.Topic;
import java.util.List;

/** Everything that lies on the topics, read at one moment. */
record Evidence(
        List<Kept<RawIssue>> issues,
        List<Kept<Page>> pages,
        List<Kept<Article>> articles,
        List<Kept<EnrichedArticle>> enriched,
        List<Kept<Metric>> metrics,
        List<Kept<LatestMetric>> latest,
        List<Kept<Project>> projects,
        List<Kept<Receipt>> receipts,
        List<Kept<DeadLetter>> deadLetters) {

    static Evidence read(TopicContents topics) {
        return new Evidence(
                topics.read(Topic.ISSUES, RawIssue.class),
                topics.read(Topic.PAGES, Page.class),
                topics.read(Topic.ARTICLES, Article.class),
                topics.read(Topic.ARTICLES_ENRICHED, EnrichedArticle.class),
                topics.read(Topic.METRICS, Metric.class),
                topics.read(Topic.METRICS_LATEST, LatestMetric.class),
                topics.read(Topic.PROJECTS, Project.class),
                topics.read(Topic.RECEIPTS, Receipt.class),
                topics.read(Topic.DEAD_LETTERS, DeadLetter.class));
    }
}
