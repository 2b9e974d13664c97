package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contracts.Article;
import dev.broadsheet.contracts.EnrichedArticle;
import dev.broadsheet.contracts.Entity;
import dev.broadsheet.contracts.Ids;
import dev.broadsheet.contracts.Region;
import dev.broadsheet.enrich.extract.EntityMention;
import dev.broadsheet.enrich.extract.EntityType;
import dev.broadsheet.enrich.extract.LeftOut;
import dev.broadsheet.enrich.link.LinkedArticle;
import dev.broadsheet.enrich.link.LinkedEntity;
import dev.broadsheet.enrich.link.LinkedPlace;
import dev.broadsheet.enrich.link.LinkedRegion;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
        EnrichedArticle enriched = new Mapping("x")
                .enriched(
                        Articles.article("issue", 0, 1, "text"),
                        new LinkedArticle(null, List.of(), List.of(), List.of(), new LeftOut(3, 5)));

        assertThat(enriched.getEntitiesLeftOut()).isEqualTo(3);
        assertThat(enriched.getMetricsLeftOut()).isEqualTo(5);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new EnrichTelemetry(meters).enriched(enriched);
        assertThat(meters.get("broadsheet.enrich.left.out")
                        .tag("what", "metrics")
                        .counter()
                        .count())
                .isEqualTo(5);
    }

    private static EnrichedArticle map(LinkedEntity... entities) {
        Article article = Articles.article("issue", 0, 1, "金水区天明路的居民林之远");
        return new Mapping("x")
                .enriched(
                        article,
                        new LinkedArticle(
                                new LinkedRegion("郑东", AREA),
                                List.of(entities),
                                List.of(),
                                List.of(),
                                LeftOut.NOTHING));
    }

    private static LinkedEntity entity(
            EntityType type, String name, @Nullable LinkedPlace place, boolean division, @Nullable String role) {
        return new LinkedEntity(new EntityMention(type, name, 0, 0, name.length()), name, place, division, role);
    }
}
