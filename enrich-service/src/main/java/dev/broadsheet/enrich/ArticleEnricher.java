package dev.broadsheet.enrich;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.ProjectReport;
import dev.broadsheet.enrich.check.ArticleChecker;
import dev.broadsheet.enrich.check.Checked;
import dev.broadsheet.enrich.check.Comparison;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.link.LinkedArticle;
import dev.broadsheet.enrich.project.FoundProject;
import dev.broadsheet.enrich.project.ProjectReader;
import dev.broadsheet.runtime.DeadLetterContext;
import dev.broadsheet.runtime.DeadLetters;
import dev.broadsheet.runtime.FailedRecord;
import dev.broadsheet.runtime.TimeLimit;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Runs the pure core (extraction, linking, projects, checks) on an article under the time limit. Whatever it throws, and an article that
 * takes too long, is a dead letter; nothing the core does holds up the next article.
 */
record ArticleEnricher(
        Function<SourceArticle, LinkedArticle> reader,
        TimeLimit limit,
        Mapping mapping,
        Serializer<Article> articles,
        DeadLetterContext deadLetters) {

    /** Where a record was read. */
    record Place(String topic, int partition, long offset) {}

    /** What became of an article. */
    sealed interface Outcome permits Succeeded, Failed {}

    /**
     * Read whole.
     *
     * @param comparisons of the article's figures with one another
     * @param investmentsLeftOut beyond what the reports of projects take
     */
    record Succeeded(
            EnrichedArticle article, List<Comparison> comparisons, List<ProjectReport> projects, int investmentsLeftOut)
            implements Outcome {}

    record Failed(DeadLetter deadLetter) implements Outcome {}

    private static final Place UNKNOWN = new Place("", -1, -1);

    Outcome enrich(Record<String, Article> record, Optional<Place> place) {
        Article article = record.value();
        try {
            return limit.call(place.<Object>map(at -> at).orElseGet(Object::new), () -> read(article));
        } catch (RuntimeException e) {
            // The service is stopping; the article is sound and will be read again.
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return new Failed(deadLetter(record, place.orElse(UNKNOWN), e));
        } catch (StackOverflowError e) {
            return new Failed(deadLetter(record, place.orElse(UNKNOWN), e));
        }
    }

    private Succeeded read(Article article) {
        SourceArticle source = Mapping.source(article);
        LinkedArticle linked = reader.apply(source);
        List<FoundProject> projects = ProjectReader.read(source, linked);
        Checked checked = ArticleChecker.check(source, linked.metrics());
        return new Succeeded(
                mapping.enriched(article, linked, checked),
                checked.comparisons(),
                new ProjectMapping(mapping.extractor(), article).reports(projects),
                ProjectMapping.investmentsLeftOut(projects));
    }

    private DeadLetter deadLetter(Record<String, Article> record, Place place, Throwable cause) {
        return DeadLetters.of(
                deadLetters,
                new FailedRecord(
                        place.topic(),
                        place.partition(),
                        place.offset(),
                        record.timestamp(),
                        record.key() == null ? null : record.key().getBytes(StandardCharsets.UTF_8),
                        articles.serialize(place.topic(), record.value()),
                        record.headers(),
                        false),
                cause,
                record.value().getVersion().getIssueId(),
                record.value().getPageId());
    }
}
