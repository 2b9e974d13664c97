package dev.broadsheet.enrich;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.Block;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Entity;
import dev.broadsheet.contracts.EntityType;
import dev.broadsheet.contracts.GrowthBase;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.MetricKind;
import dev.broadsheet.contracts.MetricStatus;
import dev.broadsheet.contracts.Period;
import dev.broadsheet.contracts.Qualifier;
import dev.broadsheet.contracts.QualityCheck;
import dev.broadsheet.contracts.QualityFlag;
import dev.broadsheet.contracts.RecordState;
import dev.broadsheet.contracts.Region;
import dev.broadsheet.contracts.Retraction;
import dev.broadsheet.contracts.Run;
import dev.broadsheet.enrich.check.Checked;
import dev.broadsheet.enrich.check.Flag;
import dev.broadsheet.enrich.extract.EntityMention;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.MetricPeriod;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.extract.SourceBlock;
import dev.broadsheet.enrich.extract.SourceByline;
import dev.broadsheet.enrich.indicator.Indicators;
import dev.broadsheet.enrich.link.LinkedArticle;
import dev.broadsheet.enrich.link.LinkedEntity;
import dev.broadsheet.enrich.link.LinkedPlace;
import dev.broadsheet.enrich.link.LinkedRegion;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The one place where contracts' records become the extractor's and back. Stateless, any thread. */
record Mapping(String extractor) {

    static SourceArticle source(Article article) {
        return new SourceArticle(
                article.getKind().name(),
                article.getSection(),
                article.getKicker(),
                article.getTitle(),
                article.getSubtitle(),
                article.getBylines().stream()
                        .map(byline -> new SourceByline(byline.getRole().name(), byline.getName()))
                        .toList(),
                article.getBlocks().stream()
                        .map(block -> new SourceBlock(block.getRole().name(), block.getText()))
                        .toList(),
                article.getIssueDate(),
                article.getPublication());
    }

    EnrichedArticle enriched(Article article, LinkedArticle read, Checked checked) {
        Region region = region(read.region());
        List<String> ids =
                read.metrics().stream().map(metric -> metricId(article, metric)).toList();
        return new EnrichedArticle(
                article,
                region,
                read.entities().stream().map(entity -> entity(article, entity)).toList(),
                IntStream.range(0, ids.size())
                        .mapToObj(i -> metric(
                                article, region, read.metrics().get(i), ids.get(i), flags(checked.flags(i), ids)))
                        .toList(),
                read.keywords(),
                extractor,
                read.leftOut().entities(),
                read.leftOut().metrics());
    }

    /** A retracted article carries nothing but its retraction. */
    EnrichedArticle retracted(Article article) {
        return new EnrichedArticle(article, null, List.of(), List.of(), List.of(), extractor, 0, 0);
    }

    /** The metric with this id no longer stands, because its article changed or went. */
    Metric retractedMetric(String metricId, Article article, Retraction retraction) {
        return Metric.newBuilder()
                .setMetricId(metricId)
                .setArticleId(article.getArticleId())
                .setPageId(article.getPageId())
                .setVersion(article.getVersion())
                .setState(RecordState.RETRACTED)
                .setRetraction(retraction)
                .setPublication(article.getPublication())
                .setIssueDate(article.getIssueDate())
                .setQuote("")
                .setBlock(0)
                .setStart(0)
                .setEnd(0)
                .setLines(List.of())
                .setIndicator("")
                .setRawValue("")
                .setUnit("")
                .setNormalizedUnit("")
                .setQualifier(Qualifier.UNKNOWN)
                .setStatus(MetricStatus.UNKNOWN)
                .setKind(MetricKind.UNKNOWN)
                .setExtractor(extractor)
                .build();
    }

    private static @Nullable Region region(@Nullable LinkedRegion region) {
        if (region == null) {
            return null;
        }
        LinkedPlace place = region.place();
        return new Region(region.name(), place == null ? null : place.code(), place == null ? null : place.path());
    }

    private static Entity entity(Article article, LinkedEntity entity) {
        EntityMention mention = entity.mention();
        LinkedPlace place = entity.place();
        String placeCode = place == null ? null : place.code();
        String placePath = place == null ? null : place.path();
        return new Entity(
                Ids.mentionId(article.getArticleId(), mention.block(), mention.start(), mention.end()),
                EntityType.valueOf(mention.type().name()),
                mention.text(),
                mention.block(),
                mention.start(),
                mention.end(),
                lines(article.getBlocks().get(mention.block()), mention.start(), mention.end()),
                entity.isDivision() ? placeCode : null,
                entity.isDivision() ? placePath : null,
                placeCode,
                placePath,
                entity.canonicalName(),
                Ids.canonicalId(
                        EntityType.valueOf(mention.type().name()), entity.canonicalName(), placeCode, placePath),
                entity.role());
    }

    private static String metricId(Article article, MetricMention mention) {
        return Ids.metricId(article.getArticleId(), mention.block(), mention.start(), mention.end());
    }

    private static List<QualityFlag> flags(List<Flag> flags, List<String> ids) {
        return flags.stream()
                .map(flag -> new QualityFlag(
                        QualityCheck.valueOf(flag.check().name()),
                        flag.figures().stream().map(ids::get).toList()))
                .toList();
    }

    private Metric metric(
            Article article, @Nullable Region region, MetricMention mention, String id, List<QualityFlag> flags) {
        return Metric.newBuilder()
                .setMetricId(id)
                .setArticleId(article.getArticleId())
                .setPageId(article.getPageId())
                .setVersion(article.getVersion())
                .setPublication(article.getPublication())
                .setIssueDate(article.getIssueDate())
                .setRegion(region)
                .setQuote(mention.quote())
                .setBlock(mention.block())
                .setStart(mention.start())
                .setEnd(mention.end())
                .setLines(lines(article.getBlocks().get(mention.block()), mention.start(), mention.end()))
                .setIndicator(mention.indicator())
                .setCanonicalIndicator(
                        Indicators.canonical(mention.indicator(), mention.kind(), mention.normalizedUnit()))
                .setFlags(flags)
                .setSubject(mention.subject())
                .setRawValue(mention.rawValue())
                .setValue(plain(mention.value()))
                .setUnit(mention.unit())
                .setNormalizedValue(plain(mention.normalizedValue()))
                .setNormalizedUnit(mention.normalizedUnit())
                .setMin(plain(mention.min()))
                .setMax(plain(mention.max()))
                .setQualifier(Qualifier.valueOf(mention.qualifier().name()))
                .setStatus(MetricStatus.valueOf(mention.status().name()))
                .setKind(MetricKind.valueOf(mention.kind().name()))
                .setPeriod(period(mention.period()))
                .setGrowthBase(
                        mention.growthBase() == null
                                ? null
                                : GrowthBase.valueOf(mention.growthBase().name()))
                .setExtractor(extractor)
                .build();
    }

    private static @Nullable Period period(@Nullable MetricPeriod period) {
        return period == null ? null : new Period(period.text(), period.from(), period.to());
    }

    /** Physical lines on which the stretch [start, end) of a block stands, ascending. */
    static List<Integer> lines(Block block, int start, int end) {
        return block.getRuns().stream()
                .filter(run -> run.getBlockOffset() < end && run.getBlockOffset() + run.getLength() > start)
                .map(Run::getLine)
                .distinct()
                .sorted()
                .toList();
    }

    private static @Nullable String plain(@Nullable BigDecimal figure) {
        return figure == null ? null : figure.toPlainString();
    }
}
