package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Gives one name one type in an article: that of most mentions, where a programme that is called a platform once counts as one
 * throughout. Where two types are as frequent the mentions between quotation marks decide, beside which the text says what the thing is
 * (“甲”平台); without any there is no evidence, and each mention keeps its own. Stateless.
 */
final class OneType {
    private static final String OPENING = "“「『《\"＂";
    private static final String CLOSING = "”」』》\"＂";

    private OneType() {}

    /** @param blocks the article's, in which the mentions stand */
    static List<EntityMention> of(List<SourceBlock> blocks, List<EntityMention> mentions) {
        Map<String, Types> names = new HashMap<>();
        List<Types> types = new ArrayList<>(mentions.size());
        for (EntityMention mention : mentions) {
            Types known = names.computeIfAbsent(name(mention), name -> new Types());
            known.count(mention.type(), isQuoted(blocks.get(mention.block()).text(), mention));
            types.add(known);
        }
        List<EntityMention> settled = new ArrayList<>(mentions.size());
        for (int i = 0; i < mentions.size(); i++) {
            EntityMention mention = mentions.get(i);
            EntityType type = types.get(i).settle(mention.type());
            settled.add(new EntityMention(type, mention.text(), mention.block(), mention.start(), mention.end()));
        }
        return settled;
    }

    private static boolean isQuoted(String text, EntityMention mention) {
        return mention.start() > 0
                && mention.end() < text.length()
                && OPENING.indexOf(text.charAt(mention.start() - 1)) >= 0
                && CLOSING.indexOf(text.charAt(mention.end())) >= 0;
    }

    private static String name(EntityMention mention) {
        return FlatText.of(mention.text(), false).text();
    }

    /** How often each type is given to one name. */
    private static final class Types {
        private final Map<EntityType, Integer> all = new EnumMap<>(EntityType.class);
        private final Map<EntityType, Integer> quoted = new EnumMap<>(EntityType.class);

        void count(EntityType type, boolean isQuoted) {
            all.merge(type, 1, Integer::sum);
            if (isQuoted) {
                quoted.merge(type, 1, Integer::sum);
            }
        }

        EntityType settle(EntityType own) {
            preferPlatforms(all);
            EntityType most = most(all);
            most = most == null ? most(quoted) : most;
            EntityType type = most == null ? own : most;
            return all.containsKey(type) ? type : EntityType.PLATFORM;
        }

        private static void preferPlatforms(Map<EntityType, Integer> counts) {
            Integer programmes = counts.containsKey(EntityType.PLATFORM) ? counts.remove(EntityType.PROGRAMME) : null;
            if (programmes != null) {
                counts.merge(EntityType.PLATFORM, programmes, Integer::sum);
            }
        }

        /** The type that is more frequent than each other; null where none is. */
        private static @Nullable EntityType most(Map<EntityType, Integer> counts) {
            @Nullable EntityType most = null;
            int best = 0;
            for (Entry<EntityType, Integer> count : counts.entrySet()) {
                if (count.getValue() >= best) {
                    most = count.getValue() > best ? count.getKey() : null;
                    best = count.getValue();
                }
            }
            return most;
        }
    }
}
