package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Level;
import java.util.List;

/** Short names of counties and districts beside their likes (山阳、解放等区), which no dictionary would take for places. Stateless. */
final class PlaceList {
    private static final int SHORTEST = 2;
    private static final int LONGEST_SHORT = 3;
    private static final int LONGEST = 4;
    private static final String GOES_ON = "区县市旗镇乡村路街桥河湖山";

    private PlaceList() {}

    /** End of the member of a list that starts there, where the one beside it is of the same prefecture; else {@code at}. */
    static int endAt(Sentence sentence, int at, Divisions divisions) {
        boolean follows = sentence.at(at - 1) == '、';
        for (int end = at + LONGEST_SHORT; end >= at + SHORTEST; end--) {
            boolean listed = follows || sentence.at(end) == '、';
            if (listed && ends(sentence, end) && isMember(sentence, at, end, divisions)) {
                return end;
            }
        }
        return at;
    }

    private static boolean ends(Sentence sentence, int end) {
        return end <= sentence.end() && sentence.isEdge(end) && GOES_ON.indexOf(sentence.at(end)) < 0;
    }

    private static boolean isMember(Sentence sentence, int start, int end, Divisions divisions) {
        for (Division county : divisions.named(sentence.text().substring(start, end))) {
            boolean listed = county.level() == Level.COUNTY
                    && (hasBehind(sentence, end, county, divisions) || hasBefore(sentence, start, county, divisions));
            if (listed) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasBehind(Sentence sentence, int end, Division county, Divisions divisions) {
        int from = end + 1;
        int last = sentence.at(end) == '、' ? Math.min(from + LONGEST, sentence.end()) : end;
        for (int to = from + SHORTEST; to <= last; to++) {
            if (isSister(sentence, from, to, county, divisions)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasBefore(Sentence sentence, int start, Division county, Divisions divisions) {
        int to = start - 1;
        int first = sentence.at(to) == '、' ? Math.max(to - LONGEST, sentence.start()) : start;
        for (int from = to - SHORTEST; from >= first; from--) {
            if (isSister(sentence, from, to, county, divisions)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSister(Sentence sentence, int from, int to, Division county, Divisions divisions) {
        List<Division> others = divisions.named(sentence.text().substring(from, to));
        return others.stream()
                .anyMatch(d -> d.level() == Level.COUNTY
                        && d.parentCode().equals(county.parentCode())
                        && !d.code().equals(county.code()));
    }
}
