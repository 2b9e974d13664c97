package dev.broadsheet.enrich.link;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Level;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Settles what an article's names mean down to the county. Names that mean one division in any article come first; they choose
 * among the namesakes of the others (鼓楼区 in an article that names 南京), and these again, for at most a few rounds. One article, one
 * thread.
 */
final class UpperPlaces {
    private static final int ROUNDS = 4;

    private final Atlas atlas;
    private final Set<String> names;
    private final @Nullable String publication;
    private final Map<String, Division> settled = new LinkedHashMap<>();
    private Set<Division> named = Set.of();
    private Set<Division> implied = Set.of();
    private Set<Division> townCounties = Set.of();

    private UpperPlaces(Atlas atlas, Set<String> names, @Nullable String publication) {
        this.atlas = atlas;
        this.names = names;
        this.publication = publication;
    }

    /** @param names of all places, and those that open the names of bodies; in the order of the article */
    static Map<String, Division> settle(Atlas atlas, Set<String> names, @Nullable String publication) {
        UpperPlaces places = new UpperPlaces(atlas, names, publication);
        places.settle();
        return places.settled;
    }

    private void settle() {
        keep(name -> atlas.alone(name));
        for (int round = 0; round < ROUNDS && keep(this::byContext); round++) {
            // each round may settle what the next one chooses by
        }
    }

    private boolean keep(Function<String, @Nullable Division> meaning) {
        Map<String, Division> found = new LinkedHashMap<>();
        for (String name : names) {
            Division division = settled.containsKey(name) ? null : meaning.apply(name);
            if (division != null) {
                found.put(name, division);
            }
        }
        settled.putAll(found);
        named = new LinkedHashSet<>(settled.values());
        implied = named.stream()
                .filter(d -> d.level() != Level.PROVINCE)
                .map(d -> d.level() == Level.COUNTY ? atlas.parent(d) : d)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        townCounties = townCounties();
        return !found.isEmpty();
    }

    private @Nullable Division byContext(String name) {
        List<Division> candidates = atlas.candidates(name);
        if (candidates.isEmpty()) {
            return zone(name);
        }
        List<Division> full = candidates.stream()
                .filter(d -> !d.name().equals(name) && names.contains(d.name()))
                .toList();
        if (full.size() == 1) {
            return full.get(0);
        }
        if (Atlas.isDoubtful(name, candidates.get(0))) {
            return only(candidates, d -> isIn(named, atlas.parent(d)));
        }
        Division division = bySet(candidates, named);
        if (division == null) {
            division = bySet(candidates, implied);
        }
        if (division == null) {
            division = only(candidates, townCounties::contains);
        }
        Division home = publication == null ? null : home(publication);
        return division == null && home != null ? only(candidates, d -> atlas.isWithin(d, home)) : division;
    }

    private @Nullable Division bySet(List<Division> candidates, Set<Division> areas) {
        boolean near = candidates.stream().anyMatch(d -> isIn(areas, atlas.parent(d)));
        return near
                ? only(candidates, d -> isIn(areas, atlas.parent(d)))
                : only(candidates, d -> isIn(areas, atlas.at(Level.PROVINCE, d)));
    }

    private static boolean isIn(Set<Division> areas, @Nullable Division division) {
        return division != null && areas.contains(division);
    }

    private static @Nullable Division only(List<Division> candidates, Predicate<Division> test) {
        List<Division> left = candidates.stream().filter(test).toList();
        return left.size() == 1 ? left.get(0) : null;
    }

    /** A bare 高新区 is the one of the article's city, where the article has one city with such an area; 雄安 is 雄安新区. */
    private @Nullable Division zone(String name) {
        List<Division> longer =
                name.length() == 2 && !SettlementNames.isFeature(name) ? atlas.upper(name + "新区") : List.of();
        if (longer.size() == 1) {
            return longer.get(0);
        }
        if (!name.endsWith("区")) {
            return null;
        }
        Set<Division> zones = new LinkedHashSet<>();
        for (Division county : townCounties) {
            Division city = atlas.at(Level.PREFECTURE, county);
            if (city != null && county.equals(atlas.zone(name, city))) {
                zones.add(county);
            }
        }
        if (zones.isEmpty()) {
            cities().forEach(city -> add(zones, atlas.zone(name, city)));
        }
        Division home = publication == null ? null : home(publication);
        if (zones.isEmpty() && home != null) {
            add(zones, atlas.zone(name, home));
        }
        return zones.size() == 1 ? zones.iterator().next() : null;
    }

    private static void add(Set<Division> zones, @Nullable Division zone) {
        if (zone != null) {
            zones.add(zone);
        }
    }

    private Set<Division> cities() {
        Set<Division> cities = new LinkedHashSet<>(implied);
        named.stream().filter(d -> d.name().endsWith("市")).forEach(cities::add);
        return cities;
    }

    /** The counties of towns and streets that are the only ones of their name, in a province that the article names if it names any. */
    private Set<Division> townCounties() {
        Set<Division> provinces = named.stream()
                .map(d -> atlas.at(Level.PROVINCE, d))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<Division> counties = new LinkedHashSet<>();
        for (String name : names) {
            Division town = SettlementNames.isSureTown(name) ? onlyBearer(name) : null;
            Division county = town == null ? null : atlas.at(Level.COUNTY, town);
            if (county != null && (provinces.isEmpty() || isIn(provinces, atlas.at(Level.PROVINCE, county)))) {
                counties.add(county);
            }
        }
        return counties;
    }

    private @Nullable Division onlyBearer(String name) {
        List<Division> bearers = atlas.bearers(name);
        return bearers.size() == 1 && bearers.get(0).level() == Level.TOWN ? bearers.get(0) : null;
    }

    /** The city or province that opens the name of a newspaper. */
    private @Nullable Division home(String paper) {
        int length = atlas.openingLength(paper, 0);
        return length == 0 ? null : atlas.alone(paper.substring(0, length));
    }
}
