package dev.broadsheet.enrich.link;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Level;
import dev.broadsheet.enrich.extract.EntityType;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The division that a body, project, event, road or park belongs to: what its name opens with, else the place right before it, else
 * (区委, 县人民法院) the article's one division of that level. One article, one thread.
 */
final class Homes {
    private static final String LEVELS = "省市区县旗镇乡";
    private static final List<String> LOCAL_ENDS = List.of(
            "路", "街", "巷", "大道", "胡同", "公园", "广场", "小区", "社区", "花园", "村", "庄", "屯", "园", "苑", "号院", "市场", "商场", "大厦",
            "食品城", "中学", "小学", "馆", "桥", "门", "体育场", "剧院");
    private static final List<String> CITY_ENDS = List.of("县", "市");
    private static final List<String> ROAD_ENDS = List.of("路", "街", "大道", "大街", "东路", "西路", "南路", "北路", "中路");

    private final Atlas atlas;
    private final PlaceFinder finder;
    /** What names of places mean in this article, where they mean one thing. */
    private final Map<String, Division> meanings;

    private final Set<Division> named;
    /** What is named, and what that lies in, by the last character of the name: 市, 县 … */
    private final Map<Character, Set<Division>> byLevel = new HashMap<>();

    private final Set<Division> aboutRegion = new LinkedHashSet<>();
    private final @Nullable Division onlyCounty;
    private final Map<String, Opening> openings = new HashMap<>();

    /** @param length how much of a name is the name of the division it opens with; the division is null where there is none */
    record Opening(int length, @Nullable Division division) {}

    Homes(Atlas atlas, Map<String, Division> meanings, @Nullable Division region) {
        this.atlas = atlas;
        this.finder = new PlaceFinder(atlas);
        this.meanings = meanings;
        this.named = new LinkedHashSet<>(meanings.values());
        this.onlyCounty = onlyCounty();
        for (Division here = region; here != null; here = atlas.parent(here)) {
            aboutRegion.add(here);
        }
        Set<Division> all = new LinkedHashSet<>(aboutRegion);
        for (Division division : named) {
            for (Division here = division; here != null && all.add(here); here = atlas.parent(here)) {
                // what it lies in, up to what was there already
            }
        }
        all.forEach(d -> byLevel.computeIfAbsent(d.name().charAt(d.name().length() - 1), level -> new LinkedHashSet<>())
                .add(d));
    }

    /** Of a thing of this name, right behind a mention of {@code before}; null where it is not sure. */
    @Nullable
    Division of(EntityType type, String name, @Nullable Division before) {
        if (LinkWords.NATIONWIDE.matchLength(name, 0, name.length()) > 0) {
            return null;
        }
        Opening opening = opening(name);
        if (opening.division() != null) {
            return opening.division();
        }
        if (type == EntityType.PLACE || (before != null && !isLevelled(name))) {
            return before;
        }
        Division own = before == null ? null : upTo(name.charAt(0), before);
        return own != null ? own : ofLevel(name);
    }

    /** What the division lies in, or is, of that level: of 中牟县 and 省 it is 河南省. */
    private @Nullable Division upTo(char level, Division division) {
        Division here = division;
        while (here != null && here.name().charAt(here.name().length() - 1) != level) {
            here = atlas.parent(here);
        }
        return here;
    }

    /**
     * Of a place that is no division: as any thing; else, for a road, park or village, the article's only county if that was spoken of
     * right before in the same block. A short name that opens it must be a place of the article (桂林洋 is not in 桂林).
     */
    @Nullable
    Division ofPlace(String name, @Nullable Division before, @Nullable Division spokenOf) {
        Opening opening = opening(name);
        Division opened = opening.division();
        boolean sure = opened == null || name.startsWith(opened.name()) || named.contains(opened);
        Division home = sure ? of(EntityType.PLACE, name, before) : before;
        if (home != null || spokenOf == null || LOCAL_ENDS.stream().noneMatch(name::endsWith)) {
            return home;
        }
        return onlyCounty != null && onlyCounty.equals(atlas.at(Level.COUNTY, spokenOf)) ? onlyCounty : null;
    }

    /** The name in full where it says no more than a level: 教育局 of 中牟县, called 县教育局, is 中牟县教育局. */
    String completed(String name, @Nullable Division home) {
        if (home == null || !isLevelled(name)) {
            return name;
        }
        boolean fits = home.name().charAt(home.name().length() - 1) == name.charAt(0);
        return fits && opening(name).division() == null ? home.name() + name.substring(1) : name;
    }

    /** 区委, 县人民法院; not 区块链产业园 and 市场监管局, whose first character is part of a word. */
    private static boolean isLevelled(String name) {
        return name.length() > 1
                && LEVELS.indexOf(name.charAt(0)) >= 0
                && LinkWords.ORGANS.matchLength(name, 1, name.length()) > 0;
    }

    Opening opening(String name) {
        return openings.computeIfAbsent(name, this::searched);
    }

    private Opening searched(String name) {
        Opening head = head(name);
        while (head.division() != null && head.length() < name.length()) {
            int length = atlas.openingLength(name, head.length());
            String next = name.substring(head.length(), head.length() + length);
            Division below = length == 0 ? null : finder.below(next, head.division());
            if (below == null
                    || isRoad(name, head.length() + length)
                    || (below.level() == Level.VILLAGE && Atlas.isUpper(head.division()))) {
                break;
            }
            head = new Opening(head.length() + length, below);
        }
        return head;
    }

    private Opening head(String name) {
        int listed = atlas.openingLength(name, 0);
        for (int length = Math.min(name.length(), Math.max(listed, 6)); length >= 2; length--) {
            String head = name.substring(0, length);
            Division division = meanings.get(head);
            if (division == null) {
                division = inFull(head);
            }
            if (division == null && length == listed) {
                division = unnamed(head, name);
            }
            if (division != null && !isRoad(name, length)) {
                return new Opening(length, division);
            }
        }
        return new Opening(0, null);
    }

    /** 中牟法院 in an article that names 中牟县; 中原银行 is no bank of 中原区. */
    private @Nullable Division inFull(String head) {
        for (String end : CITY_ENDS) {
            Division division = meanings.get(head + end);
            if (division != null && division.name().startsWith(head)) {
                return division;
            }
        }
        return null;
    }

    /** A place that the article names nowhere else: by its full name, or by the short one of a province or prefecture. */
    private @Nullable Division unnamed(String head, String name) {
        Division division = atlas.alone(head);
        if (division == null || division.name().equals(head)) {
            return division;
        }
        boolean high = division.level() != Level.COUNTY || head.endsWith("区");
        return high && !LinkWords.NOT_PLACE.contains(head) && isLikely(division, head, name) ? division : null;
    }

    /**
     * 日照中心 need not be in 日照: the article must be about that province, or the body one that cities have (日照日报), or a company, whose
     * name by law opens with the place where it is registered.
     */
    private boolean isLikely(Division division, String head, String name) {
        Division province = atlas.at(Level.PROVINCE, division);
        return LinkWords.BEHIND_CITY.matchLength(name, head.length(), name.length()) > 0
                || LinkWords.LEGAL_FORMS.longestEnding(name, name.length(), 0) > 0
                || Stream.concat(named.stream(), aboutRegion.stream())
                        .anyMatch(other -> Objects.equals(province, atlas.at(Level.PROVINCE, other)));
    }

    /** 南京路步行街 is in no 南京. */
    private static boolean isRoad(String name, int at) {
        return ROAD_ENDS.stream().anyMatch(end -> name.startsWith(end, at));
    }

    private @Nullable Division onlyCounty() {
        List<Division> counties = named.stream()
                .map(d -> atlas.at(Level.COUNTY, d))
                .filter(d -> d != null)
                .distinct()
                .toList();
        return counties.size() == 1 ? counties.get(0) : null;
    }

    private @Nullable Division ofLevel(String name) {
        if (!isLevelled(name)) {
            return null;
        }
        Set<Division> found = byLevel.getOrDefault(name.charAt(0), Set.of());
        List<Division> chosen = found.size() == 1
                ? List.copyOf(found)
                : aboutRegion.stream().filter(found::contains).toList();
        return chosen.size() == 1 ? chosen.get(0) : null;
    }

    /** The names of divisions that open the names of bodies: an article on a 中牟县人民法院 is about places of 中牟县. */
    static Set<String> openings(Atlas atlas, List<String> names) {
        Set<String> found = new LinkedHashSet<>();
        for (String name : names) {
            int length = atlas.openingLength(name, 0);
            if (length >= 3 && length < name.length() && "省市区县旗州".indexOf(name.charAt(length - 1)) >= 0) {
                found.add(name.substring(0, length));
            }
        }
        return found;
    }
}
