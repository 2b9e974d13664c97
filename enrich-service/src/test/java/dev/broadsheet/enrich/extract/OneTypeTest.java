package dev.broadsheet.enrich.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OneTypeTest {
    @Test
    @DisplayName("the type of most mentions is the type of all, whatever layout stands inside")
    void majority() {
        assertThat(types("漆协商", EntityType.ORGANIZATION, EntityType.ORGANIZATION, EntityType.PROGRAMME))
                .containsOnly(EntityType.ORGANIZATION);
        assertThat(types(
                        "海纳，海纳，海 纳", List.of("海纳", "海纳", "海 纳"), EntityType.PLACE, EntityType.PLACE, EntityType.PERSON))
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
    @DisplayName("where two types are as frequent the one between quotation marks is the type of all, if these agree")
    void quoted() {
        List<String> twice = List.of("海纳", "海纳");
        assertThat(types("“海纳”平台，海纳", twice, EntityType.PLATFORM, EntityType.PROJECT))
                .containsOnly(EntityType.PLATFORM);
        assertThat(types("海纳，\"海纳\"服务", twice, EntityType.PROJECT, EntityType.PLACE))
                .containsOnly(EntityType.PLACE);
        assertThat(types("“海纳”“海纳”", twice, EntityType.PROJECT, EntityType.PLACE))
                .containsExactly(EntityType.PROJECT, EntityType.PLACE);
        assertThat(types(
                        "“海纳”，海纳，海纳",
                        List.of("海纳", "海纳", "海纳"),
                        EntityType.PLACE,
                        EntityType.PROJECT,
                        EntityType.PROJECT))
                .containsOnly(EntityType.PROJECT);
        assertThat(types(
                        "“海纳”，海纳，海纳，海纳",
                        List.of("海纳", "海纳", "海纳", "海纳"),
                        EntityType.PROGRAMME,
                        EntityType.PLATFORM,
                        EntityType.PLACE,
                        EntityType.PLACE))
                .containsOnly(EntityType.PLATFORM);
    }

    @Test
    @DisplayName("one mention as a platform outweighs any number as a programme")
    void platform() {
        assertThat(types("民声通", EntityType.PROGRAMME, EntityType.PROGRAMME, EntityType.PLATFORM))
                .containsOnly(EntityType.PLATFORM);
    }

    private static List<EntityType> types(String name, EntityType... types) {
        return types((name + "，").repeat(types.length), Collections.nCopies(types.length, name), types);
    }

    /** What the names, in the order of the text, become. */
    private static List<EntityType> types(String text, List<String> names, EntityType... types) {
        List<EntityMention> mentions = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < types.length; i++) {
            at = text.indexOf(names.get(i), at);
            mentions.add(new EntityMention(
                    types[i], names.get(i), 0, at, at + names.get(i).length()));
            at++;
        }
        return OneType.of(List.of(new SourceBlock("BODY", text)), mentions).stream()
                .map(EntityMention::type)
                .toList();
    }
}
