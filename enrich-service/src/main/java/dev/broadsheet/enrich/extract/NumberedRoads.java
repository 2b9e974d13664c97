package dev.broadsheet.enrich.extract;

import java.util.List;

/** Places whose form tells where they start and end: ring roads, numbered lines and houses. Stateless. */
final class NumberedRoads {
    private static final Lexicon LINE =
            Lexicon.reversed(Table.read("name-edges.tsv", 2).group("line"));
    private static final String DIRECTIONS = "东西南北";
    private static final String SIDES = "内外中";
    private static final String RINGS = SIDES + "一二三四五六七绕";

    private NumberedRoads() {}

    /** Start of 西三环北路 or, with the lake or town that it goes around, 某湖内环路; -1 where the road is none. */
    static int ring(Sentence sentence, int at, List<Candidate> out) {
        int ring = (DIRECTIONS + "中").indexOf(sentence.at(at - 1)) >= 0 ? at - 2 : at - 1;
        if (sentence.at(at) != '路' || sentence.at(ring) != '环' || RINGS.indexOf(sentence.at(ring - 1)) < 0) {
            return -1;
        }
        int start = ring - 1;
        if (SIDES.indexOf(sentence.at(start)) < 0) {
            return DIRECTIONS.indexOf(sentence.at(start - 1)) < 0 ? start : start - 1;
        }
        return behind(start, out, PlaceSource.LISTED - 1);
    }

    /** Start of the place right before, if it weighs no more; else {@code start}. */
    private static int behind(int start, List<Candidate> places, int weight) {
        if (places.isEmpty()) {
            return start;
        }
        Candidate before = places.get(places.size() - 1);
        boolean touches = before.type() == EntityType.PLACE && before.end() == start && before.weight() <= weight;
        return touches ? before.start() : start;
    }

    /** Start of 2号线, 地铁2号线 or, with the city, 某市地铁2号线, of which 号线 stands at {@code suffix}; {@code suffix} without a number. */
    static int line(Sentence sentence, int suffix, List<Candidate> out) {
        int number = suffix;
        while (isNumber(sentence.at(number - 1))) {
            number--;
        }
        int from = number - LINE.longestEnding(sentence.text(), number, sentence.start());
        return from < number ? behind(from, out, Integer.MAX_VALUE) : number;
    }

    private static boolean isNumber(char c) {
        return FlatText.isDigit(c) || NameEdges.isLatin(c) || "一二三四五六七八九十".indexOf(c) >= 0;
    }

    /** 某某路57号院 is one address. */
    static int withHouseNumber(Sentence sentence, int end) {
        int at = end;
        while (FlatText.isDigit(sentence.at(at))) {
            at++;
        }
        boolean number = at > end && at + 2 <= sentence.end() && sentence.text().startsWith("号院", at);
        return number ? at + 2 : end;
    }
}
