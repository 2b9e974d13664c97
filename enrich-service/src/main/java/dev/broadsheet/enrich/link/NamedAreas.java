package dev.broadsheet.enrich.link;

import dev.broadsheet.chinese.Division;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The areas an article names, as what chooses among towns and villages of one name: inside a named town, else a named county, else
 * (only where it names no county) a named prefecture, else, for towns, a province. One article, one thread.
 */
final class NamedAreas {
    private record Question(String name, @Nullable Division county) {}

    private final Atlas atlas;
    private final @Nullable Division region;
    /** What the codes in each area begin with. */
    private final Set<String> towns = new HashSet<>();

    private final Set<String> counties = new HashSet<>();
    private final Set<String> prefectures = new HashSet<>();
    private final Set<String> provinces = new HashSet<>();
    private final Map<Question, Optional<Division>> answers = new HashMap<>();

    NamedAreas(Atlas atlas, Collection<Division> named, @Nullable Division region) {
        this.atlas = atlas;
        this.region = region;
        named.forEach(this::add);
    }

    void add(Division division) {
        switch (division.level()) {
            case PROVINCE -> provinces.add(atlas.digits(division));
            case PREFECTURE -> prefectures.add(atlas.digits(division));
            case COUNTY -> counties.add(atlas.digits(division));
            case TOWN -> towns.add(atlas.digits(division));
            case VILLAGE -> {}
        }
    }

    /** The one place of this name; {@code county} is the one spoken of right before. */
    @Nullable
    Division find(String name, @Nullable Division county) {
        return answers.computeIfAbsent(new Question(name, county), q -> Optional.ofNullable(search(name, county)))
                .orElse(null);
    }

    /** Whether a place does not contradict what the article names. */
    boolean allow(Division division) {
        return isIn(counties, division)
                || (counties.isEmpty() && isIn(prefectures, division))
                || (counties.isEmpty() && prefectures.isEmpty() && (provinces.isEmpty() || isIn(provinces, division)));
    }

    private @Nullable Division search(String name, @Nullable Division county) {
        List<Division> bearers =
                atlas.bearers(name).stream().filter(d -> !Atlas.isUpper(d)).toList();
        List<Division> inTown = bearers.stream().filter(d -> isIn(towns, d)).toList();
        if (inTown.size() == 1) {
            return inTown.get(0);
        }
        if (!counties.isEmpty()) {
            List<Division> inCounty =
                    bearers.stream().filter(d -> isIn(counties, d)).toList();
            return inCounty.isEmpty() ? variant(name) : chosen(inCounty, county);
        }
        if (!prefectures.isEmpty()) {
            return only(bearers.stream().filter(d -> isIn(prefectures, d)).toList());
        }
        boolean sure = SettlementNames.isSureTown(name);
        List<Division> left = sure ? bearers.stream().filter(this::allow).toList() : List.of();
        return provinces.isEmpty() && bearers.size() > 1 ? null : only(left);
    }

    private static boolean isIn(Set<String> areas, Division division) {
        String code = division.code();
        return Atlas.LENGTHS.stream()
                .anyMatch(length -> length < code.length() && areas.contains(code.substring(0, length)));
    }

    /** The one in the county spoken of, else in the one the article is about. */
    private @Nullable Division chosen(List<Division> bearers, @Nullable Division county) {
        if (bearers.size() == 1) {
            return bearers.get(0);
        }
        List<Division> near = in(bearers, county);
        return near.isEmpty() ? only(in(bearers, region)) : only(near);
    }

    private List<Division> in(List<Division> bearers, @Nullable Division area) {
        return area == null
                ? List.of()
                : bearers.stream().filter(d -> atlas.isWithin(d, area)).toList();
    }

    private @Nullable Division variant(String name) {
        for (List<String> variants : SettlementNames.variants(name)) {
            List<Division> found = variants.stream()
                    .flatMap(other -> atlas.bearers(other).stream())
                    .filter(d -> !Atlas.isUpper(d) && isIn(counties, d))
                    .toList();
            if (!found.isEmpty()) {
                return only(Atlas.highest(found));
            }
        }
        return null;
    }

    private static @Nullable Division only(List<Division> divisions) {
        return divisions.size() == 1 ? divisions.get(0) : null;
    }
}
