package dev.broadsheet.sink.avro;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Entity;
import dev.broadsheet.contracts.Region;
import dev.broadsheet.contracts.Retraction;
import dev.broadsheet.sink.store.Imprint;
import dev.broadsheet.sink.store.Origin;
import dev.broadsheet.sink.store.StoredArticle;
import dev.broadsheet.sink.store.StoredArticle.Credit;
import dev.broadsheet.sink.store.StoredArticle.Findings;
import dev.broadsheet.sink.store.StoredArticle.Heading;
import dev.broadsheet.sink.store.StoredEntity;
import java.util.List;

/** Articles with what was found in them; a retracted one is brought without text and findings, whatever it holds. */
final class ArticleMapping {
    private ArticleMapping() {}

    static StoredArticle article(EnrichedArticle enriched) {
        Article article = enriched.getArticle();
        boolean stands = PageMapping.stands(article.getState());
        Retraction retraction = article.getRetraction();
        return new StoredArticle(
                article.getArticleId(),
                article.getPageId(),
                PageMapping.version(article.getVersion()),
                stands,
                retraction == null ? null : retraction.getReason(),
                retraction == null ? null : retraction.getSupersededBy(),
                new Origin(article.getFeed(), article.getFileName(), article.getDeliveryId()),
                new Imprint(article.getPublication(), article.getIssueDate(), article.getEdition(), article.getPage()),
                article.getOrdinal(),
                article.getPageArticles(),
                heading(article),
                article.getBylines().stream()
                        .map(byline -> new Credit(byline.getRole().name(), byline.getName()))
                        .toList(),
                stands ? article.getBlocks().stream().map(PageMapping::block).toList() : List.of(),
                findings(enriched, stands),
                article.getConfidence(),
                article.getIncomplete(),
                article.getExtractor());
    }

    private static Heading heading(Article article) {
        return new Heading(
                article.getKind().name(),
                article.getSection(),
                article.getKicker(),
                article.getTitle(),
                article.getSubtitle());
    }

    private static Findings findings(EnrichedArticle enriched, boolean stands) {
        Region region = enriched.getRegion();
        return new Findings(
                region == null ? null : region.getName(),
                region == null ? null : region.getCode(),
                region == null ? null : region.getPath(),
                enriched.getKeywords(),
                stands
                        ? enriched.getEntities().stream()
                                .map(ArticleMapping::entity)
                                .toList()
                        : List.of(),
                stands
                        ? enriched.getMetrics().stream()
                                .map(MetricMapping::metric)
                                .toList()
                        : List.of(),
                enriched.getExtractor());
    }

    private static StoredEntity entity(Entity entity) {
        return new StoredEntity(
                entity.getMentionId(),
                entity.getType().name(),
                entity.getText(),
                entity.getBlock(),
                entity.getStart(),
                entity.getEnd(),
                entity.getLines(),
                new StoredEntity.Link(
                        entity.getCode(),
                        entity.getPath(),
                        entity.getPlaceCode(),
                        entity.getPlacePath(),
                        entity.getCanonicalName(),
                        entity.getCanonicalId(),
                        entity.getRole()));
    }
}
