package dev.broadsheet.enrich;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.enrich.check.ArticleChecker;
import dev.broadsheet.enrich.extract.LoadedVocabulary;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.link.LinkedArticle;
import dev.broadsheet.enrich.link.Linker;
import java.util.Map;

/** What enriching makes of an article where nothing dies: the pure core and the mapping alone. One thread. */
public final class CalmEnrich {
    private final Linker linker = Linker.create(
            LoadedVocabulary.NONE.vocabulary(), EnrichSettings.read(SETTINGS).mostMentions());

    private static final Map<String, String> SETTINGS =
            Map.of("BROADSHEET_KAFKA_BOOTSTRAP_SERVERS", "none", "BROADSHEET_REGISTRY_URL", "http://none");

    /** {@code extractor}: the version that the records carry. */
    public EnrichedArticle of(Article article, String extractor) {
        SourceArticle source = Mapping.source(article);
        LinkedArticle linked = linker.read(source);
        return new Mapping(extractor).enriched(article, linked, ArticleChecker.check(source, linked.metrics()));
    }

    public static EnrichedArticle retracted(Article article, String extractor) {
        return new Mapping(extractor).retracted(article);
    }
}
