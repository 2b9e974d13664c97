package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Level;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Picks the place an article is about: the one named most, also in the names of bodies and by 全县, 我市; headline and lead count more, and so
 * does a county, which reports name as their place. Stateless.
 */
final class RegionChooser {
    private static final int IN_HEADLINE = 5;
    private static final int IN_LEAD = 2;
    private static final int LEAD = 80;
    private static final List<String> AREAS = List.of("高新区", "示范区", "经开区", "新区", "实验区", "开发区");

    private RegionChooser() {}

    /** Null where the article names no place, or speaks more of the country. */
    static @Nullable String choose(SourceArticle article, List<EntityMention> mentions, Divisions divisions) {
        RegionVotes votes = new RegionVotes();
        int leadBlock = leadBlock(article);
        for (EntityMention mention : mentions) {
            int weight = weight(article, mention.block());
            boolean leads = mention.block() == leadBlock && mention.start() < LEAD;
            vote(mention, leads ? IN_LEAD : weight, divisions, votes);
        }
        for (int i = 0; i < article.blocks().size(); i++) {
            votes.refer(article.blocks().get(i).text(), weight(article, i));
        }
        return votes.best();
    }

    private static int leadBlock(SourceArticle article) {
        for (int i = 0; i < article.blocks().size(); i++) {
            String role = article.blocks().get(i).role().toUpperCase(Locale.ROOT);
            if (role.equals("BODY") || role.equals("CAPTION")) {
                return i;
            }
        }
        return -1;
    }

    private static int weight(SourceArticle article, int block) {
        return switch (article.blocks().get(block).role().toUpperCase(Locale.ROOT)) {
            case "TITLE", "KICKER", "SUBTITLE" -> IN_HEADLINE;
            default -> 1;
        };
    }

    private static void vote(EntityMention mention, int weight, Divisions divisions, RegionVotes votes) {
        String name = FlatText.of(mention.text(), false).text();
        if (mention.type() == EntityType.PLACE) {
            Level level = level(name, divisions);
            if (level != null) {
                votes.add(name, level, weight);
            }
        } else if (mention.type() != EntityType.PERSON) {
            divisions.longestAt(name, 0).ifPresent(owner -> {
                String place = name.substring(0, owner.end());
                Level level = level(place, divisions);
                if (level != null && level != Level.VILLAGE) {
                    votes.add(place, level, weight);
                }
            });
        }
    }

    private static @Nullable Level level(String name, Divisions divisions) {
        char last = name.charAt(name.length() - 1);
        List<Division> named = divisions.named(name);
        boolean county = named.stream().anyMatch(division -> division.level() == Level.COUNTY);
        if ((county && "区县市旗".indexOf(last) >= 0) || isArea(name) || (named.isEmpty() && looksLikeCounty(name))) {
            return Level.COUNTY;
        }
        if (!named.isEmpty()) {
            return named.stream().map(Division::level).min(Level::compareTo).orElseThrow();
        }
        return name.endsWith("街道") || "镇乡".indexOf(last) >= 0
                ? Level.TOWN
                : name.endsWith("社区") || last == '村' ? Level.VILLAGE : null;
    }

    private static boolean isArea(String name) {
        return AREAS.stream().anyMatch(name::endsWith);
    }

    private static boolean looksLikeCounty(String name) {
        return name.length() >= 3
                && name.length() <= 5
                && "区县".indexOf(name.charAt(name.length() - 1)) >= 0
                && !name.endsWith("社区")
                && !name.endsWith("小区")
                && !name.endsWith("园区");
    }
}
