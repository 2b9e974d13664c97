package dev.broadsheet.enrich.link;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Level;
import dev.broadsheet.enrich.link.PlaceMention.Gap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives each place mention its division. What stands right before it decides (荥阳市|王村镇|王村村), then the list it stands in, then the
 * same name elsewhere in the article, then the counties, prefectures and provinces the article names. Where these leave several
 * namesakes or none the mention stays without division. One article, one thread; time linear in the mentions.
 */
final class PlaceResolver {
    private final Atlas atlas;
    private final PlaceFinder finder;
    private final List<PlaceMention> places;
    private final Map<String, Division> settled;
    private final NamedAreas areas;
    private final List<@Nullable Division> found = new ArrayList<>();
    /** For a mention that was found below another: that one. A list goes on in it. */
    private final List<@Nullable Division> above = new ArrayList<>();

    private final Map<String, Set<Division>> byName = new HashMap<>();
    /** Villages of a name in towns of a name; asked for only when the areas of the article are all known. */
    private final Map<String, List<Division>> pairs = new HashMap<>();

    private PlaceResolver(
            Atlas atlas, List<PlaceMention> places, Map<String, Division> settled, @Nullable Division region) {
        this.atlas = atlas;
        this.finder = new PlaceFinder(atlas);
        this.places = places;
        this.settled = settled;
        this.areas = new NamedAreas(atlas, settled.values(), region);
    }

    /** The division of each mention, null where it is not sure. */
    static List<@Nullable Division> resolve(
            Atlas atlas, List<PlaceMention> places, Map<String, Division> settled, @Nullable Division region) {
        PlaceResolver resolver = new PlaceResolver(atlas, places, settled, region);
        resolver.byNeighbours();
        resolver.byArticle();
        return resolver.found;
    }

    private void byNeighbours() {
        for (int i = 0; i < places.size(); i++) {
            found.add(null);
            above.add(null);
            Division division = neighbours(i);
            if (division == null) {
                division = settled.get(places.get(i).name());
            }
            found.set(i, division);
            if (division != null && above.get(i) != null) {
                byName.computeIfAbsent(places.get(i).name(), name -> new LinkedHashSet<>())
                        .add(division);
                areas.add(division);
            }
        }
    }

    private void byArticle() {
        Division county = null;
        for (int i = 0; i < places.size(); i++) {
            PlaceMention place = places.get(i);
            if (i > 0 && places.get(i - 1).block() != place.block()) {
                county = null;
            }
            if (found.get(i) == null) {
                found.set(i, isBelowFound(i) ? neighbours(i) : alone(i, county));
            }
            Division division = found.get(i);
            Division its = division == null ? null : atlas.at(Level.COUNTY, division);
            boolean unknown = division == null && !SettlementNames.isSettlement(place.name());
            county = its != null ? its : unknown && SettlementNames.isCounty(place.name()) ? null : county;
        }
    }

    /** Whether the division right before it is known and could hold it: then only what lies there will do. */
    private boolean isBelowFound(int i) {
        Division before = places.get(i).gap() == Gap.ADJACENT ? found.get(i - 1) : null;
        return before != null
                && (before.level() != Level.TOWN
                        || !SettlementNames.isTown(places.get(i).name()))
                && before.level() != Level.VILLAGE;
    }

    private @Nullable Division neighbours(int i) {
        String name = places.get(i).name();
        Gap gap = places.get(i).gap();
        Division area = gap == Gap.ADJACENT ? found.get(i - 1) : gap == Gap.LISTED ? above.get(i - 1) : null;
        Division division = area == null ? null : finder.below(name, area);
        if (division == null && gap == Gap.ADJACENT) {
            area = above.get(i - 1);
            boolean town = found.get(i - 1) != null && !isBelowFound(i);
            division = area == null || !town ? null : finder.below(name, area);
        }
        if (division != null) {
            above.set(i, area);
        } else if (gap == Gap.LISTED) {
            above.set(i, above.get(i - 1));
        }
        return division;
    }

    private @Nullable Division alone(int i, @Nullable Division county) {
        Division near = neighbours(i);
        if (near != null) {
            return near;
        }
        String name = places.get(i).name();
        Set<Division> same = byName.getOrDefault(name, Set.of());
        if (same.size() == 1) {
            return same.iterator().next();
        }
        if (!same.isEmpty() || !SettlementNames.isSettlement(name)) {
            return null;
        }
        Division named = areas.find(name, county);
        return named != null ? named : jointly(i);
    }

    /** A village right behind a town of which there are several: the pair may occur once. */
    private @Nullable Division jointly(int i) {
        if (places.get(i).gap() != Gap.ADJACENT
                || !SettlementNames.isTown(places.get(i - 1).name())) {
            return null;
        }
        String town = places.get(i - 1).name();
        String village = places.get(i).name();
        List<Division> villages = pairs.computeIfAbsent(town + "\n" + village, pair -> villages(town, village));
        if (villages.size() != 1) {
            return null;
        }
        found.set(i - 1, atlas.at(Level.TOWN, villages.get(0)));
        return villages.get(0);
    }

    private List<Division> villages(String town, String village) {
        Set<Division> towns = new HashSet<>(atlas.bearers(town));
        return atlas.bearers(village).stream()
                .filter(division -> division.level() == Level.VILLAGE)
                .filter(division -> towns.contains(atlas.at(Level.TOWN, division)) && areas.allow(division))
                .toList();
    }
}
