package dev.broadsheet.enrich.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gives one name one type in an article: what is called a platform once is no programme elsewhere in it. Stateless. */
final class OneType {
    private OneType() {}

    static List<EntityMention> of(List<EntityMention> mentions) {
        Set<String> platforms = new HashSet<>();
        for (EntityMention mention : mentions) {
            if (mention.type() == EntityType.PLATFORM) {
                platforms.add(mention.text());
            }
        }
        return mentions.stream()
                .map(mention -> mention.type() == EntityType.PROGRAMME && platforms.contains(mention.text())
                        ? new EntityMention(
                                EntityType.PLATFORM,
                                mention.text(),
                                mention.block(),
                                mention.start(),
                                mention.end(),
                                null)
                        : mention)
                .toList();
    }
}
