package dev.broadsheet.enrich.link;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the one division of a name below another; remembers what it found, so that one thread and one article use it. */
final class PlaceFinder {
    private record Question(String name, Division area) {}

    private final Atlas atlas;
    private final Map<Question, Optional<Division>> answers = new HashMap<>();

    PlaceFinder(Atlas atlas) {
        this.atlas = atlas;
    }

    /** What the name, standing right behind the area's, must be: by official name, else by a variant; null where none or several fit. */
    @Nullable
    Division below(String name, Division area) {
        return answers.computeIfAbsent(new Question(name, area), q -> Optional.ofNullable(search(name, area)))
                .orElse(null);
    }

    private @Nullable Division search(String name, Division area) {
        List<Division> exact = atlas.bearers(name).stream()
                .filter(d -> atlas.isWithin(d, area) && fits(name, d, area))
                .toList();
        if (!exact.isEmpty()) {
            return only(Atlas.highest(exact));
        }
        Division zone = atlas.zone(name, area);
        return zone != null || area.level().compareTo(Level.COUNTY) < 0 ? zone : variant(name, area);
    }

    /** The one place of a variant of the name in the area. */
    @Nullable
    Division variant(String name, Division area) {
        for (List<String> variants : SettlementNames.variants(name)) {
            List<Division> found = variants.stream()
                    .flatMap(other -> atlas.bearers(other).stream())
                    .filter(d -> !Atlas.isUpper(d) && atlas.isWithin(d, area))
                    .toList();
            if (!found.isEmpty()) {
                return only(Atlas.highest(found));
            }
        }
        return null;
    }

    /** Roads are no villages, and a name that does not say village is one only right behind its town. */
    private static boolean fits(String name, Division division, Division area) {
        if (Atlas.isUpper(division) || SettlementNames.isSettlement(name)) {
            return true;
        }
        return !SettlementNames.isFeature(name) && (division.level() == Level.TOWN || area.level() == Level.TOWN);
    }

    private static @Nullable Division only(List<Division> divisions) {
        return divisions.size() == 1 ? divisions.get(0) : null;
    }
}
