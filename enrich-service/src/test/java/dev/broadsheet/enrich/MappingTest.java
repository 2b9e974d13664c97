package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Entity;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Metric;
import dev.broadsheet.contracts.Period;
import dev.broadsheet.contracts.QualityCheck;
import dev.broadsheet.contracts.QualityFlag;
import dev.broadsheet.contracts.Region;
import dev.broadsheet.enrich.check.ArticleChecker;
import dev.broadsheet.enrich.check.Check;
import dev.broadsheet.enrich.check.Checked;
import dev.broadsheet.enrich.extract.EntityMention;
import dev.broadsheet.enrich.extract.EntityType;
import dev.broadsheet.enrich.extract.GrowthBase;
import dev.broadsheet.enrich.extract.LeftOut;
import dev.broadsheet.enrich.extract.MetricKind;
import dev.broadsheet.enrich.extract.MetricMention;
import dev.broadsheet.enrich.extract.MetricPeriod;
import dev.broadsheet.enrich.extract.Qualifier;
import dev.broadsheet.enrich.extract.Status;
import dev.broadsheet.enrich.link.LinkedArticle;
import dev.broadsheet.enrich.link.LinkedEntity;
import dev.broadsheet.enrich.link.LinkedPlace;
import dev.broadsheet.enrich.link.LinkedRegion;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MappingTest {
    private static final LinkedPlace DISTRICT = new LinkedPlace("410105", "金水区", "河南省/郑州市/金水区");
    private static final LinkedPlace AREA = new LinkedPlace(null, "郑东新区", "河南省/郑州市/郑东新区");

    @Test
    @DisplayName("only a division has a code and path of its own; whatever belongs to one says so")
    void links() {
        EnrichedArticle enriched = map(
                entity(EntityType.PLACE, "金水区", DISTRICT, true, null),
                entity(EntityType.PLACE, "天明路", DISTRICT, false, null),
                entity(EntityType.PERSON, "林之远", AREA, false, "居民"),
                entity(EntityType.PLACE, "长江", null, false, null));

        assertThat(enriched.getEntities()).extracting(Entity::getCode).containsExactly("410105", null, null, null);
        assertThat(enriched.getEntities())
                .extracting(Entity::getPath)
                .containsExactly(DISTRICT.path(), null, null, null);
        assertThat(enriched.getEntities())
                .extracting(Entity::getPlaceCode)
                .containsExactly("410105", "410105", null, null);
        assertThat(enriched.getEntities())
                .extracting(Entity::getPlacePath)
                .containsExactly(DISTRICT.path(), DISTRICT.path(), AREA.path(), null);
        assertThat(enriched.getEntities()).extracting(Entity::getRole).containsExactly(null, null, "居民", null);
        assertThat(enriched.getEntities().get(2).getCanonicalId())
                .isEqualTo(Ids.canonicalId(dev.broadsheet.contracts.EntityType.PERSON, "林之远", null, AREA.path()));
    }

    @Test
    @DisplayName("the region has code and path where it is sure")
    void region() {
        assertThat(map().getRegion()).isEqualTo(new Region("郑东", null, AREA.path()));
    }

    @Test
    @DisplayName("what was left out of an article is told")
    void leftOut() {
        EnrichedArticle enriched = enriched(
                Articles.article("issue", 0, 1, "text"),
                new LinkedArticle(null, List.of(), List.of(), List.of(), new LeftOut(3, 5)));

        assertThat(enriched.getEntitiesLeftOut()).isEqualTo(3);
        assertThat(enriched.getMetricsLeftOut()).isEqualTo(5);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new EnrichTelemetry(meters).enriched(new ArticleEnricher.Succeeded(enriched, List.of(), List.of(), 0));
        assertThat(meters.get("broadsheet.enrich.left.out")
                        .tag("what", "metrics")
                        .counter()
                        .count())
                .isEqualTo(5);
    }

    @Test
    @DisplayName("a figure's period carries its days, and a growth its base")
    void periodsAndBases() {
        MetricPeriod period = new MetricPeriod("前三季度", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 9, 30));
        Metric growth = map(metric(period, GrowthBase.YEAR_ON_YEAR));
        assertThat(growth.getPeriod())
                .isEqualTo(new Period("前三季度", LocalDate.of(2024, 1, 1), LocalDate.of(2024, 9, 30)));
        assertThat(growth.getGrowthBase()).isEqualTo(dev.broadsheet.contracts.GrowthBase.YEAR_ON_YEAR);

        Metric level = map(metric(null, null));
        assertThat(level.getPeriod()).isNull();
        assertThat(level.getGrowthBase()).isNull();
    }

    @Test
    @DisplayName("a figure carries the canonical name of what it measures, and none where the table has none")
    void canonicalIndicators() {
        assertThat(map(measuring("全社会用电")).getCanonicalIndicator()).isEqualTo("全社会用电量");
        assertThat(map(measuring("用电大户")).getCanonicalIndicator()).isNull();
    }

    @Test
    @DisplayName("figures at odds name each other by their ids, are counted, and others have no flags")
    void flags() {
        String text = "全县新建住房390套，由东区185套、西区206套组成，出口8套。";
        Article article = Articles.article("issue", 0, 1, text);
        LinkedArticle read = new LinkedArticle(
                null,
                List.of(),
                List.of(count(text, 390), count(text, 185), count(text, 206), count(text, 8)),
                List.of(),
                LeftOut.NOTHING);
        Checked checked = ArticleChecker.check(Mapping.source(article), read.metrics());
        EnrichedArticle enriched = new Mapping("x").enriched(article, read, checked);

        List<String> ids =
                enriched.getMetrics().stream().map(Metric::getMetricId).toList();
        assertThat(enriched.getMetrics())
                .extracting(Metric::getFlags)
                .containsExactly(
                        List.of(new QualityFlag(QualityCheck.PARTS, ids.subList(1, 3))),
                        List.of(new QualityFlag(QualityCheck.PARTS, ids.subList(0, 1))),
                        List.of(new QualityFlag(QualityCheck.PARTS, ids.subList(0, 1))),
                        List.of());

        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new EnrichTelemetry(meters)
                .enriched(new ArticleEnricher.Succeeded(enriched, checked.comparisons(), List.of(), 0));
        assertThat(meters.get("broadsheet.enrich.metrics.flagged").counter().count())
                .isEqualTo(3);
        assertThat(meters.get("broadsheet.enrich.checks")
                        .tag("check", "parts")
                        .tag("outcome", "conflicting")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("broadsheet.enrich.checks")
                        .tag("check", "parts")
                        .tag("outcome", "agreed")
                        .counter()
                        .count())
                .isZero();
    }

    @Test
    @DisplayName("the contract knows every check")
    void everyCheck() {
        for (Check check : Check.values()) {
            assertThat(QualityCheck.valueOf(check.name())).hasToString(check.name());
        }
    }

    @Test
    @DisplayName("the contract knows every base of growth")
    void everyBase() {
        for (GrowthBase base : GrowthBase.values()) {
            assertThat(map(metric(null, base)).getGrowthBase()).hasToString(base.name());
        }
    }

    private static Metric map(MetricMention metric) {
        LinkedArticle read = new LinkedArticle(null, List.of(), List.of(metric), List.of(), LeftOut.NOTHING);
        return enriched(Articles.article("issue", 0, 1, "用电量增长8%"), read)
                .getMetrics()
                .get(0);
    }

    private static MetricMention metric(@Nullable MetricPeriod period, @Nullable GrowthBase base) {
        return metric("用电量", period, base);
    }

    private static MetricMention measuring(String indicator) {
        return metric(indicator, null, GrowthBase.UNKNOWN);
    }

    private static MetricMention metric(String indicator, @Nullable MetricPeriod period, @Nullable GrowthBase base) {
        BigDecimal eight = BigDecimal.valueOf(8);
        return new MetricMention(
                "增长8%",
                0,
                3,
                7,
                indicator,
                null,
                "8%",
                eight,
                "%",
                eight,
                "percent",
                null,
                null,
                Qualifier.EXACT,
                Status.ACTUAL,
                MetricKind.GROWTH,
                period,
                base);
    }

    private static MetricMention count(String text, int number) {
        String raw = number + "套";
        int start = text.indexOf(raw);
        BigDecimal value = BigDecimal.valueOf(number);
        return new MetricMention(
                raw,
                0,
                start,
                start + raw.length(),
                "住房",
                null,
                raw,
                value,
                "套",
                value,
                "count",
                null,
                null,
                Qualifier.EXACT,
                Status.ACTUAL,
                MetricKind.LEVEL,
                null,
                null);
    }

    private static EnrichedArticle map(LinkedEntity... entities) {
        Article article = Articles.article("issue", 0, 1, "金水区天明路的居民林之远");
        return enriched(
                article,
                new LinkedArticle(
                        new LinkedRegion("郑东", AREA), List.of(entities), List.of(), List.of(), LeftOut.NOTHING));
    }

    private static EnrichedArticle enriched(Article article, LinkedArticle read) {
        return new Mapping("x").enriched(article, read, ArticleChecker.check(Mapping.source(article), read.metrics()));
    }

    private static LinkedEntity entity(
            EntityType type, String name, @Nullable LinkedPlace place, boolean division, @Nullable String role) {
        return new LinkedEntity(new EntityMention(type, name, 0, 0, name.length()), name, place, division, role);
    }
}
