package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

/**
 * Gives one name one type in an article: that of most mentions, where a programme that is called a platform once counts as one
 * throughout. Where two types are as frequent there is no evidence, and each mention keeps its own. Stateless.
 */
final class OneType {
    private OneType() {}

    static List<EntityMention> of(List<EntityMention> mentions) {
        Map<String, Map<EntityType, Integer>> counts = new HashMap<>();
        for (EntityMention mention : mentions) {
            counts.computeIfAbsent(name(mention), name -> new EnumMap<>(EntityType.class))
                    .merge(mention.type(), 1, Integer::sum);
        }
        counts.values().forEach(OneType::preferPlatforms);
        List<EntityMention> settled = new ArrayList<>(mentions.size());
        for (EntityMention mention : mentions) {
            EntityType type = type(mention.type(), counts.getOrDefault(name(mention), Map.of()));
            settled.add(new EntityMention(type, mention.text(), mention.block(), mention.start(), mention.end()));
        }
        return settled;
    }

    private static EntityType type(EntityType own, Map<EntityType, Integer> counts) {
        for (Entry<EntityType, Integer> other : counts.entrySet()) {
            boolean most = counts.entrySet().stream()
                    .allMatch(rival -> rival.getKey() == other.getKey() || rival.getValue() < other.getValue());
            if (most) {
                return other.getKey();
            }
        }
        return counts.containsKey(own) ? own : EntityType.PLATFORM;
    }

    private static void preferPlatforms(Map<EntityType, Integer> counts) {
        Integer programmes = counts.containsKey(EntityType.PLATFORM) ? counts.remove(EntityType.PROGRAMME) : null;
        if (programmes != null) {
            counts.merge(EntityType.PLATFORM, programmes, Integer::sum);
        }
    }

    private static String name(EntityMention mention) {
        return FlatText.of(mention.text(), false).text();
    }
}
