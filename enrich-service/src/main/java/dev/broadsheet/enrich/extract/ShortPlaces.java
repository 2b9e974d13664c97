package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The short names (中牟, 金水) of the counties and districts an article names in full. Stateless. */
final class ShortPlaces {
    private ShortPlaces() {}

    static Lexicon of(List<FlatText> blocks, Divisions divisions) {
        Set<String> names = new TreeSet<>();
        for (FlatText block : blocks) {
            for (int i = 0; i < block.length(); i++) {
                char c = block.at(i);
                if (c == '区' || c == '县' || c == '市') {
                    add(block, i, divisions, names);
                }
            }
        }
        return Lexicon.of(names);
    }

    /** The longest full name that ends at this character. */
    private static void add(FlatText block, int last, Divisions divisions, Set<String> names) {
        for (int length = 4; length >= 3; length--) {
            int start = last + 1 - length;
            Optional<Divisions.Match> match = start < 0 ? Optional.empty() : divisions.longestAt(block.text(), start);
            if (match.isPresent()
                    && match.get().end() == last + 1
                    && hasCounty(match.get().divisions())) {
                names.add(block.text().substring(start, last));
                return;
            }
        }
    }

    static boolean hasCounty(List<Division> divisions) {
        return divisions.stream().anyMatch(d -> d.level() == Level.COUNTY);
    }
}
