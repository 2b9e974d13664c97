package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Picks the place an article is about: the county-level place named most, headline and lead counting more. Stateless. */
final class RegionChooser {
    private static final int IN_HEADLINE = 5;
    private static final int IN_LEAD = 3;
    private static final int LEAD = 80;
    private static final List<String> AREAS = List.of("高新区", "示范区", "经开区", "新区", "实验区", "开发区");

    private RegionChooser() {}

    static @Nullable String choose(SourceArticle article, List<EntityMention> mentions, Divisions divisions) {
        Map<String, Integer> county = new HashMap<>();
        Map<String, Integer> lower = new HashMap<>();
        int leadBlock = leadBlock(article);
        for (EntityMention mention : mentions) {
            if (mention.type() == EntityType.PLACE) {
                String name = FlatText.of(mention.text(), false).text();
                Map<String, Integer> scores = isCounty(name, divisions) ? county : lower;
                scores.merge(name, weight(article, mention, leadBlock), Integer::sum);
            }
        }
        joinShortNames(lower, county, divisions);
        lower.keySet().removeIf(name -> !isLowerDivision(name));
        return best(county.isEmpty() ? lower : county);
    }

    /** 中牟 counts for 中牟县; where the article never writes the county in full, its short name is a county's. */
    private static void joinShortNames(Map<String, Integer> names, Map<String, Integer> county, Divisions divisions) {
        for (String name : new TreeSet<>(names.keySet())) {
            List<Division> named = divisions.named(name);
            boolean isShort = !named.isEmpty()
                    && named.get(0).level() == Level.COUNTY
                    && (named.get(0).name().equals(name + "县")
                            || named.get(0).name().equals(name + "市"));
            if (isShort) {
                String full = named.get(0).name();
                county.merge(county.containsKey(full) ? full : name, names.getOrDefault(name, 0), Integer::sum);
            }
        }
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

    private static int weight(SourceArticle article, EntityMention mention, int leadBlock) {
        return switch (article.blocks().get(mention.block()).role().toUpperCase(Locale.ROOT)) {
            case "TITLE", "KICKER", "SUBTITLE" -> IN_HEADLINE;
            default -> mention.block() == leadBlock && mention.start() < LEAD ? IN_LEAD : 1;
        };
    }

    private static boolean isCounty(String name, Divisions divisions) {
        if (AREAS.stream().anyMatch(name::endsWith) && !name.endsWith("镇")) {
            return true;
        }
        List<Division> named = divisions.named(name);
        if (!named.isEmpty()) {
            return named.stream().anyMatch(d -> d.level() == Level.COUNTY)
                    && "区县市旗".indexOf(name.charAt(name.length() - 1)) >= 0;
        }
        return name.length() >= 3
                && name.length() <= 5
                && "区县".indexOf(name.charAt(name.length() - 1)) >= 0
                && !name.endsWith("社区")
                && !name.endsWith("小区")
                && !name.endsWith("园区");
    }

    private static boolean isLowerDivision(String name) {
        return name.endsWith("镇")
                || name.endsWith("乡")
                || name.endsWith("街道")
                || name.endsWith("村")
                || name.endsWith("社区")
                || name.endsWith("市")
                || name.endsWith("省");
    }

    private static @Nullable String best(Map<String, Integer> scores) {
        String best = null;
        int most = 0;
        for (Map.Entry<String, Integer> entry : scores.entrySet()) {
            boolean better = entry.getValue() > most
                    || (entry.getValue() == most
                            && best != null
                            && entry.getKey().compareTo(best) < 0);
            if (better) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return best;
    }
}
