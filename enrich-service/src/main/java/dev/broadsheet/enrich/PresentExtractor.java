package dev.broadsheet.enrich;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.enrich.check.ArticleChecker;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.Vocabulary;
import dev.broadsheet.enrich.link.LinkedArticle;
import dev.broadsheet.enrich.link.Linker;

/** The extractor as the service runs it, on one article and without Kafka: what a reprocessing run would bring. Any thread. */
public final class PresentExtractor {
    private final Linker linker;
    private final Mapping mapping;

    /** {@code names} are the operator's own. */
    public PresentExtractor(Vocabulary names) {
        this.linker = Linker.create(names);
        this.mapping = new Mapping(EnrichService.extractorVersion(names));
    }

    /** Throws what the pure core throws. */
    public EnrichedArticle read(Article article) {
        SourceArticle source = Mapping.source(article);
        LinkedArticle linked = linker.read(source);
        return mapping.enriched(article, linked, ArticleChecker.check(source, linked.metrics()));
    }
}
