package dev.broadsheet.enrich.extract;

import dev.broadsheet.chinese.Level;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts how often an article speaks of each place, whatever form of its name it writes. One object per article. */
final class RegionVotes {
    private static final List<String> ENDINGS = List.of("壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "省", "市", "县", "区");

    /** A place and the forms of its name that were written. */
    private static final class Place {
        private final Level level;
        private final TreeSet<String> forms = new TreeSet<>();
        private int votes;

        Place(Level level) {
            this.level = level;
        }

        /** Whether 全市, 该县 may stand for it. */
        boolean isSuch(String thing) {
            boolean isShort = level.compareTo(Level.COUNTY) < 0;
            return fits(thing) && (isShort || forms.stream().anyMatch(form -> form.endsWith(thing)));
        }

        private boolean fits(String thing) {
            return switch (thing) {
                case "省" -> level == Level.PROVINCE;
                case "市" -> level.compareTo(Level.COUNTY) <= 0;
                case "州" -> level == Level.PREFECTURE;
                case "区" -> level == Level.COUNTY || level == Level.PROVINCE;
                default -> level.compareTo(Level.COUNTY) >= 0;
            };
        }

        /** A report on a county names its towns as examples, and its province for where it lies. */
        int score() {
            return votes
                    * switch (level) {
                        case PROVINCE -> 3;
                        case PREFECTURE -> 4;
                        case COUNTY -> 10;
                        case TOWN -> 2;
                        case VILLAGE -> 1;
                    };
        }

        /** The longest, of equally long ones the first in the order of their characters. */
        String name() {
            String name = forms.first();
            for (String form : forms) {
                name = form.length() > name.length() ? form : name;
            }
            return name;
        }
    }

    /** What 全国 counts against the score of a place. */
    private static final int NATION = 5;

    private final Map<String, Place> places = new TreeMap<>();
    private int nation;

    void add(String name, Level level, int weight) {
        Place place = places.computeIfAbsent(level.name() + stem(name, level), any -> new Place(level));
        place.forms.add(name);
        place.votes += weight;
    }

    /** 湖北省 is 湖北, and 中牟县 中牟. */
    private static String stem(String name, Level level) {
        if (level.compareTo(Level.COUNTY) <= 0) {
            for (String ending : ENDINGS) {
                if (name.endsWith(ending) && name.length() > ending.length() + 1) {
                    return name.substring(0, name.length() - ending.length());
                }
            }
        }
        return name;
    }

    /** Counts 全县, 该市 and the like for the place of that kind which is ahead so far, and 全国 against all. */
    void refer(String text, int weight) {
        for (int i = 0; i < text.length(); i++) {
            int end = TopicWords.isThis(text.charAt(i))
                    ? i + 1 + TopicWords.PLACE.matchLength(text, i + 1, text.length())
                    : 0;
            if (end > i + 1) {
                Place meant = first(text.substring(i + 1, end));
                if (meant != null) {
                    meant.votes++;
                }
            } else if (TopicWords.NATION.matchLength(text, i, text.length()) > 0) {
                nation += weight;
            }
        }
    }

    private @Nullable Place first(String thing) {
        Place first = null;
        for (Place place : places.values()) {
            if (place.isSuch(thing) && (first == null || place.votes > first.votes)) {
                first = place;
            }
        }
        return first;
    }

    /** The place with the highest score; null where there is none, or more is said of the country. */
    @Nullable
    String best() {
        Place best = null;
        for (Place place : places.values()) {
            if (best == null || place.score() > best.score()) {
                best = place;
            }
        }
        return best == null || best.score() < NATION * nation ? null : best.name();
    }
}
