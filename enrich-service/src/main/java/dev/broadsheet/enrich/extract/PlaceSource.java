package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Level;
import dev.broadsheet.chinese.Token;
import java.util.List;
import java.util.Optional;

/** Places: the list of divisions, and names by how they end (路, 村, 公园 …). Thread-safe as the division list is. */
final class PlaceSource {
    static final int LISTED = 50;
    private static final int SHORT = 45;
    private static final int NUMBERED = 47;
    private static final int GRAMMAR = 42;
    private static final int LONGEST = 8;
    private static final Table EDGES = Table.read("name-edges.tsv", 2);
    private static final Lexicon NOT_PLACE = Lexicon.of(EDGES.group("not-place"));
    private static final List<String> SUFFIX_ROWS = Table.read("suffixes.tsv", 3).rows().stream()
            .filter(row -> row.get(1).equals("PLACE"))
            .map(row -> row.get(0))
            .toList();
    private static final Lexicon SUFFIXES = Lexicon.of(SUFFIX_ROWS);
    private static final Lexicon SUFFIX_ENDS = Lexicon.reversed(SUFFIX_ROWS);

    private static final Lexicon AREAS =
            Lexicon.of(Table.read("known-names.tsv", 2).group("PLACE"));

    private final Divisions divisions;

    PlaceSource(Divisions divisions) {
        this.divisions = divisions;
    }

    void add(Sentence sentence, Names names, List<Candidate> out) {
        int floor = sentence.start();
        for (int i = sentence.start(); i < sentence.end(); i++) {
            int end = listed(sentence, i, names, out);
            if (end > i) {
                floor = end;
                i = end - 1;
                continue;
            }
            int suffixEnd = grammar(sentence, i, floor, out);
            if (suffixEnd > i) {
                floor = suffixEnd;
                i = suffixEnd - 1;
            }
        }
    }

    private int listed(Sentence sentence, int at, Names names, List<Candidate> out) {
        if (!PersonNames.isHan(sentence.at(at))) {
            return at;
        }
        if (!isWordStart(sentence, at)) {
            return at;
        }
        int area = AREAS.matchLength(sentence.text(), at, sentence.end());
        if (area >= 3 || (area > 0 && sentence.isToken(at, at + area, "ns"))) {
            out.add(new Candidate(EntityType.PLACE, at, at + area, LISTED));
            return at + area;
        }
        int ethnic = AutonomousPlaces.endAt(sentence, at, divisions);
        if (ethnic > at) {
            out.add(new Candidate(EntityType.PLACE, at, ethnic, LISTED + ethnic - at));
            return ethnic;
        }
        int known = names.placeLength(sentence.text(), at, sentence.end());
        if (known > 0 && "区县市镇乡村路街".indexOf(sentence.at(at + known)) < 0) {
            out.add(new Candidate(EntityType.PLACE, at, at + known, SHORT));
            return at + known;
        }
        int member = PlaceList.endAt(sentence, at, divisions);
        if (member > at) {
            out.add(new Candidate(EntityType.PLACE, at, member, SHORT));
            return member;
        }
        Optional<Divisions.Match> match = divisions.longestAt(sentence.text(), at);
        if (match.isEmpty() || match.get().end() > sentence.end()) {
            return at;
        }
        int end = match.get().end();
        String name = sentence.text().substring(at, end);
        if (isFullName(name, match.get().divisions())) {
            out.add(new Candidate(EntityType.PLACE, at, end, LISTED + Math.min(name.length(), 5)));
            return end;
        }
        boolean road = "路街巷".indexOf(sentence.at(end)) >= 0; // 桐柏路
        if (!road && isWord(sentence, at, end) && isKnownShort(match.get().divisions())) {
            out.add(new Candidate(EntityType.PLACE, at, end, SHORT));
            return end;
        }
        return at;
    }

    private static boolean isFullName(String name, List<Division> divisions) {
        boolean ends =
                SUFFIXES.contains(name.substring(name.length() - 1)) || name.endsWith("街道") || name.endsWith("社区");
        return name.length() >= 3
                && ends
                && !NOT_PLACE.contains(name)
                && divisions.stream().anyMatch(d -> d.name().equals(name));
    }

    private static boolean isKnownShort(List<Division> divisions) {
        return divisions.stream().anyMatch(d -> d.level() != Level.TOWN && d.level() != Level.VILLAGE);
    }

    /** Short names count only where the segmenter, too, sees a place of exactly that extent. */
    private static boolean isWord(Sentence sentence, int at, int end) {
        int index = sentence.tokenAt(at);
        if (index >= sentence.tokens().size()) {
            return false;
        }
        Token token = sentence.tokens().get(index);
        return token.start() == at && token.end() == end && token.tag().startsWith("ns");
    }

    private static boolean isWordStart(Sentence sentence, int at) {
        int index = sentence.tokenAt(at);
        return index < sentence.tokens().size() && sentence.tokens().get(index).start() == at;
    }

    private int grammar(Sentence sentence, int at, int floor, List<Candidate> out) {
        int length = SUFFIXES.matchLength(sentence.text(), at, sentence.end());
        if (length == 0 || at == sentence.start()) {
            return at;
        }
        int end = at + length;
        if (continuesAsPlace(sentence, end)) {
            return at;
        }
        int ring = NumberedRoads.ring(sentence, at, out);
        if (ring >= 0) {
            out.add(new Candidate(EntityType.PLACE, ring, end, NUMBERED));
            return end;
        }
        if (endsInsideWord(sentence, end)) {
            return at;
        }
        int line = sentence.text().startsWith("号线", at) ? NumberedRoads.line(sentence, at, out) : at;
        if (line < at) {
            out.add(new Candidate(EntityType.PLACE, line, end, NUMBERED));
            return end;
        }
        int named = end;
        end = NumberedRoads.withHouseNumber(sentence, end);
        int start = start(sentence, at, floor);
        if (isPlainWord(sentence, at, end)) {
            return at;
        }
        if (sentence.at(at) == '江' && PersonNames.surnameLength(sentence.text(), start, at) > 0) {
            return at;
        }
        if (start >= at || NOT_PLACE.contains(sentence.text().substring(start, end))) {
            return at;
        }
        if (!NameEdges.isNamed(sentence, start, at, List.of())
                && !sentence.isToken(start, end, "ns")
                && !isRoadOfNoun(sentence, start, at)
                && !(FlatText.isDigit(sentence.at(start)) && isNumberedRoad(sentence, at))
                && SUFFIX_ENDS.longestEnding(sentence.text(), at, start) == 0) {
            return at;
        }
        if (NameEdges.isGeneric(sentence, start, at)) {
            return at;
        }
        int weight = end > named ? NUMBERED : GRAMMAR + Math.min(length, 3);
        out.add(new Candidate(EntityType.PLACE, start, end, weight));
        return end;
    }

    /** Walks over single characters and at most one longer word. */
    private static int start(Sentence sentence, int suffix, int floor) {
        int index = sentence.tokenAt(suffix);
        int start = suffix;
        boolean word = false;
        if (index < sentence.tokens().size() && sentence.tokens().get(index).start() < suffix) {
            start = sentence.tokens().get(index).start();
            word = suffix - start > 1;
        }
        for (int i = index - 1; i >= 0; i--) {
            Token token = sentence.tokens().get(i);
            char tag = token.tag().charAt(0);
            boolean numeral = tag == 'm' && !FlatText.isDigit(token.text().charAt(0));
            boolean ends = token.start() < floor
                    || suffix - token.start() > LONGEST
                    || NameEdges.isStop(token.text())
                    || token.tag().equals("v")
                    || "wpucrye".indexOf(tag) >= 0
                    || (tag == 'd' && token.text().length() > 1)
                    || (tag == 'm' && (!numeral || token.text().length() == 1) && !isNumberedRoad(sentence, suffix))
                    || (token.text().length() > 1
                            && (word || (tag == 'v' && !token.tag().equals("vn"))));
            if (ends) {
                break;
            }
            word |= token.text().length() > 1;
            start = token.start();
        }
        return start;
    }

    /** 京城路|街道: the suffix is part of a longer name of a place. */
    private static boolean continuesAsPlace(Sentence sentence, int end) {
        return (sentence.text().startsWith("街道", end) && !sentence.text().startsWith("街道路", end))
                || sentence.text().startsWith("社区", end)
                || sentence.text().startsWith("小区", end);
    }

    private static boolean isPlainWord(Sentence sentence, int at, int end) {
        int index = sentence.tokenAt(at);
        if (index >= sentence.tokens().size()) {
            return false;
        }
        Token token = sentence.tokens().get(index);
        return token.start() < at && token.end() >= end && !token.tag().startsWith("ns");
    }

    /** 大学路, 平原示范区: any noun makes the name of a road or zone. */
    private static boolean isRoadOfNoun(Sentence sentence, int start, int at) {
        boolean zone = sentence.text().startsWith("示范区", at) || sentence.text().startsWith("高新区", at);
        return (zone || sentence.at(at) == '路') && sentence.isToken(start, at, "n");
    }

    private static boolean isNumberedRoad(Sentence sentence, int suffix) {
        String text = sentence.text();
        return text.startsWith("号", suffix) || text.startsWith("国道", suffix);
    }

    private static boolean endsInsideWord(Sentence sentence, int end) {
        int index = sentence.tokenAt(end);
        return index < sentence.tokens().size()
                && sentence.tokens().get(index).start() < end
                && sentence.tokens().get(index).end() > end;
    }
}
