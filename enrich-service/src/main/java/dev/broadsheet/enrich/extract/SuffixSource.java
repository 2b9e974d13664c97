package dev.broadsheet.enrich.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Organizations, projects, events, platforms and campaigns by how their names end (有限公司, 项目, 大会 …). Stateless. */
final class SuffixSource {
    private record Suffix(String text, EntityType type, boolean named) {}

    private static final List<Suffix> ROWS = Table.read("suffixes.tsv", 3).rows().stream()
            .map(row -> new Suffix(
                    row.get(0), EntityType.valueOf(row.get(1)), row.get(2).equals("yes")))
            .filter(suffix -> suffix.type() != EntityType.PLACE || isZone(suffix.text()))
            .toList();
    private static final Lexicon SUFFIXES =
            Lexicon.of(ROWS.stream().map(Suffix::text).toList());
    private static final Lexicon BUILD =
            Lexicon.of(Table.read("name-edges.tsv", 2).group("build"));
    private static final Lexicon ACT =
            Lexicon.of(Table.read("name-edges.tsv", 2).group("act"));
    /** The weight that tells a company from other bodies: it may stand inside the name of its project. */
    static final int COMPANY = 61;

    private static final int LONGEST = 26;
    private static final String PARK_ENDS = "园地器镇心港体";

    private SuffixSource() {}

    /** Zones have names as long as a project's (某某区现代服务业开发区), so the same walk finds where they begin. */
    private static boolean isZone(String suffix) {
        return suffix.endsWith("开发区") || suffix.endsWith("示范区") || suffix.endsWith("市场") || suffix.endsWith("科技城");
    }

    static void add(Sentence sentence, List<Candidate> places, List<Candidate> out) {
        String text = sentence.text();
        int floor = sentence.start();
        for (int i = sentence.start() + 1; i < sentence.end(); i++) {
            int length = SUFFIXES.matchLength(text, i, sentence.end());
            if (length == 0) {
                continue;
            }
            Suffix suffix = ROWS.get(SUFFIXES.row(text, i, i + length));
            int end = extended(sentence, i + length);
            Candidate found = candidate(sentence, suffix, i, end, floor, places);
            if (found != null) {
                out.add(found);
                if (found.weight() == COMPANY) {
                    act(sentence, found, out);
                }
                i = end - 1;
            }
        }
    }

    /** A bracket behind the suffix that belongs to the name: 产业园（二期）, 会议（扩大）. */
    private static int extended(Sentence sentence, int end) {
        if (sentence.at(end) == '（') {
            int close = sentence.indexOf('）', end);
            if (close > 0 && close - end <= 3 && close < sentence.end() && "期扩".indexOf(sentence.at(close - 1)) >= 0) {
                return close + 1;
            }
        }
        return end;
    }

    private static @Nullable Candidate candidate(
            Sentence sentence, Suffix suffix, int at, int end, int floor, List<Candidate> places) {
        boolean times = suffix.type() == EntityType.EVENT || suffix.type() == EntityType.PROJECT;
        int edge = NameEdges.left(sentence, at, floor, LONGEST, times);
        if (edge < 0) {
            return null;
        }
        int first = ClauseWords.behind(sentence, NameEdges.trimmed(sentence, edge, at), at);
        int start = anchored(first, at, places);
        boolean bare = suffix.type() == EntityType.ORGANIZATION
                && !suffix.named()
                && suffix.text().length() >= 4;
        if ((start >= at && !bare) || endsInsideWord(sentence, end)) {
            return null;
        }
        if (startsWithNumber(sentence, start)) {
            return null;
        }
        boolean level = suffix.type() == EntityType.ORGANIZATION && "省市区县".indexOf(sentence.at(start)) >= 0;
        if (suffix.named() && !level && !NameEdges.isNamed(sentence, start, at, places)) {
            return null;
        }
        if ((suffix.named() || suffix.type() != EntityType.ORGANIZATION)
                && !level
                && NameEdges.isGeneric(sentence, start, at)) {
            return null;
        }
        if (at - start < 2 && suffix.text().length() < 3 && suffix.type() != EntityType.ORGANIZATION) {
            return null;
        }
        return new Candidate(
                type(sentence, suffix, start, end),
                start,
                end,
                suffix.text().endsWith("公司") ? COMPANY : weight(suffix.type()));
    }

    /** 五大平台, 三级平台, 20个项目: counted, not named. */
    private static boolean startsWithNumber(Sentence sentence, int start) {
        if ("一二三四五六七八九十两".indexOf(sentence.at(start)) >= 0 && "大级个项批".indexOf(sentence.at(start + 1)) >= 0) {
            return true;
        }
        int index = sentence.tokenAt(start);
        return index < sentence.tokens().size()
                && sentence.tokens().get(index).start() == start
                && sentence.tokens().get(index).tag().equals("m")
                && "年第届".indexOf(sentence.at(sentence.tokens().get(index).end())) < 0
                && sentence.at(start) != '第';
    }

    /** A name that names its place starts with it: what stands before the first place is another word. */
    private static int anchored(int start, int suffix, List<Candidate> places) {
        int first = Integer.MAX_VALUE;
        for (Candidate place : places) {
            if (place.start() >= start && place.end() <= suffix && place.weight() >= PlaceSource.LISTED) {
                first = Math.min(first, place.start());
            }
        }
        return first == Integer.MAX_VALUE || first - start > 4 ? start : first;
    }

    private static boolean endsInsideWord(Sentence sentence, int end) {
        int index = sentence.tokenAt(end);
        return index < sentence.tokens().size()
                && sentence.tokens().get(index).start() < end
                && sentence.tokens().get(index).end() > end;
    }

    /** 某某公司搬迁、某某公司扩产等项目: what a company does is a project where the sentence speaks of projects. */
    private static void act(Sentence sentence, Candidate company, List<Candidate> out) {
        int length = ACT.matchLength(sentence.text(), company.end(), sentence.end());
        int end = company.end() + length;
        boolean ends = "、等，。及和".indexOf(sentence.at(end)) >= 0;
        if (length > 0 && ends && speaksOfProjects(sentence, end)) {
            out.add(new Candidate(EntityType.PROJECT, company.start(), end, weight(EntityType.PROJECT)));
        }
    }

    private static boolean speaksOfProjects(Sentence sentence, int from) {
        for (int i = from; i + 1 < sentence.end(); i++) {
            if (sentence.text().startsWith("项目", i)) {
                return true;
            }
        }
        return false;
    }

    /** A park is a project where the sentence builds it, else a place. */
    private static EntityType type(Sentence sentence, Suffix suffix, int start, int end) {
        if (suffix.text().equals("工程") && sentence.at(start) == '“') {
            return EntityType.PROGRAMME;
        }
        if (suffix.type() != EntityType.PROJECT || PARK_ENDS.indexOf(sentence.at(end - 1)) < 0) {
            return suffix.type();
        }
        for (int i = sentence.start(); i < sentence.end(); i++) {
            if (BUILD.matchLength(sentence.text(), i, sentence.end()) > 0) {
                return EntityType.PROJECT;
            }
        }
        return EntityType.PLACE;
    }

    private static int weight(EntityType type) {
        return switch (type) {
            case EVENT -> 72;
            case PROJECT -> 66;
            case PROGRAMME -> 64;
            case PLATFORM -> 62;
            default -> 60;
        };
    }

    static List<Candidate> places(List<Candidate> all) {
        List<Candidate> places = new ArrayList<>();
        for (Candidate candidate : all) {
            if (candidate.type() == EntityType.PLACE) {
                places.add(candidate);
            }
        }
        return places;
    }
}
