package dev.broadsheet.enrich.link;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Divisions;
import dev.broadsheet.chinese.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What linking asks of the divisions: who bears a name, what lies in what, and the way down from the province. Any thread. */
final class Atlas {
    /** How many digits the codes in a province, prefecture, county and town share. */
    static final List<Integer> LENGTHS = List.of(2, 4, 6, 9);

    private static final String WATERS = "山岭江河湖海岛";

    private final Divisions divisions;

    Atlas(Divisions divisions) {
        this.divisions = divisions;
    }

    /** All that bear the name, the highest level first; a functional area that is a division too (滨海新区) counts once. */
    List<Division> bearers(String name) {
        List<Division> named = divisions.named(name);
        return named.stream()
                .filter(d -> d.hasCode()
                        || named.stream()
                                .noneMatch(
                                        other -> other.hasCode() && other.name().equals(d.name())))
                .toList();
    }

    /** Bearers down to the county. */
    List<Division> upper(String name) {
        return bearers(name).stream().filter(Atlas::isUpper).toList();
    }

    static boolean isUpper(Division division) {
        return division.level().compareTo(Level.COUNTY) <= 0;
    }

    /**
     * The division down to the county that this name means in any article, or null. A short name means the highest bearer (吉林 the
     * province); that of a district (中原, 金水) means nothing by itself.
     */
    @Nullable
    Division alone(String name) {
        List<Division> candidates = candidates(name);
        if (candidates.size() != 1 || isDoubtful(name, candidates.get(0)) || isOrdinaryWord(name)) {
            return candidates.isEmpty() ? compound(name) : null;
        }
        return candidates.get(0);
    }

    /** The divisions down to the county that the name can mean: those it is the full name of, else the highest of the others. */
    List<Division> candidates(String name) {
        List<Division> upper = upper(name);
        List<Division> full = upper.stream().filter(d -> d.name().equals(name)).toList();
        return !full.isEmpty() ? full : upper.isEmpty() ? autonomous(name) : highest(upper);
    }

    /** 管城区 is 管城回族区, 延边州 is 延边朝鲜族自治州: print leaves out the peoples in the names of autonomous areas. Districts have no short name in the list. */
    private List<Division> autonomous(String name) {
        String head = name.substring(0, Math.max(0, name.length() - 1));
        String last = name.substring(head.length());
        Level level = last.equals("州") ? Level.PREFECTURE : Level.COUNTY;
        return head.length() < 2 || !"区县州".contains(last)
                ? List.of()
                : Stream.of(head, head + "回族区")
                        .flatMap(full -> upper(full).stream())
                        .filter(d -> d.level() == level
                                && d.name().contains("族")
                                && d.name().endsWith(last))
                        .toList();
    }

    static List<Division> highest(List<Division> divisions) {
        Optional<Level> level = divisions.stream().map(Division::level).min(Level::compareTo);
        return level.isEmpty()
                ? List.of()
                : divisions.stream().filter(d -> d.level() == level.get()).toList();
    }

    /**
     * Whether a short name is a common word or another place as well: that of a district (中原, 江汉), and that of a county which is
     * first of all a mountain or water (蒙山, 庐山; 怒江).
     */
    static boolean isDoubtful(String name, Division division) {
        return !division.name().equals(name)
                && (isBareDistrict(name, division)
                        || (division.level() == Level.COUNTY && WATERS.indexOf(name.charAt(name.length() - 1)) >= 0)
                        || LinkWords.FEATURES.contains(name));
    }

    static boolean isBareDistrict(String name, Division division) {
        return division.level() == Level.COUNTY && division.name().equals(name + "区");
    }

    /** 城区, 郊区, 矿区 are districts of Shanxi, and every city has one. */
    private static boolean isOrdinaryWord(String name) {
        return name.length() == 2 && name.endsWith("区");
    }

    /** 北京市朝阳区 in one name. */
    private @Nullable Division compound(String name) {
        Optional<Divisions.Match> head = divisions.longestAt(name, 0);
        if (head.isEmpty() || head.get().end() >= name.length()) {
            return null;
        }
        Division first = alone(name.substring(0, head.get().end()));
        if (first == null) {
            return null;
        }
        List<Division> rest = upper(name.substring(head.get().end())).stream()
                .filter(d -> isWithin(d, first))
                .toList();
        return rest.size() == 1 ? rest.get(0) : null;
    }

    /** The length of the longest division name that opens the text at {@code from}; 0 if none does. */
    int openingLength(String text, int from) {
        return divisions.longestAt(text, from).map(match -> match.end() - from).orElse(0);
    }

    /** Whether it lies in the area, below it. An area without code is taken to reach as far as the division it belongs to. */
    boolean isWithin(Division division, Division area) {
        boolean lower = division.level().compareTo(area.level()) > 0
                || (area.hasCode() && division.parentCode().equals(area.code()));
        return lower && !division.equals(area) && digits(division).startsWith(digits(area));
    }

    /** The digits that the codes of all in it share. */
    String digits(Division division) {
        if (!division.hasCode()) {
            return divisions.byCode(division.parentCode()).map(this::digits).orElse(division.parentCode());
        }
        return switch (division.level()) {
            case PROVINCE -> division.code().substring(0, 2);
            case PREFECTURE -> division.code().substring(0, 4);
            case COUNTY, TOWN, VILLAGE -> division.code();
        };
    }

    @Nullable
    Division parent(Division division) {
        return division.parentCode().isEmpty()
                ? null
                : divisions.byCode(division.parentCode()).orElse(null);
    }

    /** The division of this level that it is or lies in, or null. */
    @Nullable
    Division at(Level level, Division division) {
        Division here = division;
        while (here != null && here.level() != level) {
            here = here.level().compareTo(level) < 0 ? null : parent(here);
        }
        return here;
    }

    /** The functional area that a city's people call by this name: 高新区 in 合肥市 is 合肥高新技术产业开发区. */
    @Nullable
    Division zone(String name, Division city) {
        String head =
                city.name().endsWith("市") ? city.name().substring(0, city.name().length() - 1) : city.name();
        List<Division> zones = bearers(head + name).stream()
                .filter(d -> d.level() == Level.COUNTY && isWithin(d, city))
                .toList();
        return zones.size() == 1 ? zones.get(0) : null;
    }

    LinkedPlace place(Division division) {
        List<String> names = new ArrayList<>();
        for (Division here = division; here != null; here = parent(here)) {
            names.add(0, here.name());
        }
        return new LinkedPlace(division.hasCode() ? division.code() : null, division.name(), String.join("/", names));
    }
}
