package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Level;
import java.util.List;

/** Autonomous divisions as papers call them, without the people in their names. Stateless. */
final class AutonomousPlaces {
    private static final int LONGEST = 3;
    /** How the districts end that have a people in their names; the list has no short names for them. */
    private static final List<String> DISTRICTS = List.of("回族区", "达斡尔族区");

    private AutonomousPlaces() {}

    /** End of 管城区 (管城回族区), 长阳县 or 恩施州 that starts there; {@code at} where none does. */
    static int endAt(Sentence sentence, int at, Divisions divisions) {
        for (int length = 2; length <= LONGEST; length++) {
            char last = sentence.at(at + length);
            if (last == '区' || last == '县' || last == '州') {
                String name = sentence.text().substring(at, at + length);
                boolean named = last == '区'
                        ? DISTRICTS.stream()
                                .anyMatch(people ->
                                        !divisions.named(name + people).isEmpty())
                        : isAutonomous(name, last, divisions);
                if (named) {
                    return at + length + 1;
                }
            }
        }
        return at;
    }

    private static boolean isAutonomous(String name, char last, Divisions divisions) {
        return divisions.named(name).stream()
                .anyMatch(d -> (d.level() == Level.COUNTY || d.level() == Level.PREFECTURE)
                        && d.name().length() >= name.length() + 2
                        && d.name().contains("族")
                        && d.name().endsWith(String.valueOf(last)));
    }
}
