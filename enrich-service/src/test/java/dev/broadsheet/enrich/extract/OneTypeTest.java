package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OneTypeTest {
    @Test
    @DisplayName("the type of most mentions is the type of all, whatever layout stands inside")
    void majority() {
        assertThat(types("漆协商", EntityType.ORGANIZATION, EntityType.ORGANIZATION, EntityType.PROGRAMME))
                .containsOnly(EntityType.ORGANIZATION);
        assertThat(OneType.of(List.of(
                        mention("海纳", EntityType.PLACE),
                        mention("海纳", EntityType.PLACE),
                        mention("海 纳", EntityType.PERSON))))
                .extracting(EntityMention::type)
                .containsOnly(EntityType.PLACE);
    }

    @Test
    @DisplayName("where two types are as frequent each mention keeps its own")
    void tie() {
        assertThat(types("海纳", EntityType.ORGANIZATION, EntityType.PROJECT))
                .containsExactly(EntityType.ORGANIZATION, EntityType.PROJECT);
        assertThat(types("海纳", EntityType.ORGANIZATION, EntityType.PROJECT, EntityType.PLACE))
                .containsExactly(EntityType.ORGANIZATION, EntityType.PROJECT, EntityType.PLACE);
    }

    @Test
    @DisplayName("one mention as a platform outweighs any number as a programme")
    void platform() {
        assertThat(types("民声通", EntityType.PROGRAMME, EntityType.PROGRAMME, EntityType.PLATFORM))
                .containsOnly(EntityType.PLATFORM);
    }

    private static List<EntityType> types(String name, EntityType... types) {
        List<EntityMention> mentions = new ArrayList<>();
        for (EntityType type : types) {
            mentions.add(mention(name, type));
        }
        return OneType.of(mentions).stream().map(EntityMention::type).toList();
    }

    private static EntityMention mention(String name, EntityType type) {
        return new EntityMention(type, name, 0, 0, name.length());
    }
}
