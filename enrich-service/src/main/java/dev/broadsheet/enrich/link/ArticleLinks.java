package dev.broadsheet.enrich.link;

import dev.broadsheet.chinese.Division;
import dev.broadsheet.chinese.Level;
import dev.broadsheet.enrich.extract.EntityMention;
import dev.broadsheet.enrich.extract.EntityType;
import dev.broadsheet.enrich.extract.SourceArticle;
import dev.broadsheet.enrich.link.PlaceMention.Gap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links the mentions of one article. Used once, by one thread. */
final class ArticleLinks {
    private static final Set<String> LIST_MARKS = Set.of("、", "，", "和", "及", "与", "以及", "或");
    private static final Pattern DEFINED = Pattern.compile("^（(?:以下)?简称：?([^（），。]{2,15})）.*");
    private static final int REACH = 24;

    private final SourceArticle article;
    private final List<EntityMention> mentions;
    private final Atlas atlas;
    private final Aliases aliases;
    private final List<String> names;
    private final Map<EntityType, Map<String, String>> longForms;
    private final List<@Nullable Division> divisions;
    private final @Nullable Division region;
    private final Homes homes;
    private final List<@Nullable Division> spokenOf;
    private final Map<Division, LinkedPlace> places = new HashMap<>();

    ArticleLinks(
            SourceArticle article,
            List<EntityMention> mentions,
            @Nullable String regionName,
            Atlas atlas,
            Aliases aliases) {
        this.article = article;
        this.mentions = mentions;
        this.atlas = atlas;
        this.aliases = aliases;
        this.names = mentions.stream()
                .map(mention -> LinkedNames.plain(mention.text()))
                .toList();
        this.longForms = LongForms.of(atlas, namesByType(), defined());
        Map<String, Division> settled = UpperPlaces.settle(atlas, placeNames(), article.publication());
        Division early = regionName == null ? null : settled.get(longName(EntityType.PLACE, regionName));
        this.divisions = divisions(settled, early);
        Map<String, Division> meanings = meanings(settled);
        this.region = regionName == null ? null : meanings.get(longName(EntityType.PLACE, regionName));
        this.homes = new Homes(atlas, meanings, region);
        this.spokenOf = spokenOf();
    }

    @Nullable
    LinkedPlace region() {
        return region == null ? null : place(region);
    }

    List<LinkedEntity> entities() {
        List<@Nullable String> roles = Roles.of(article, mentions, names);
        List<@Nullable Division> belongs = belongs();
        Map<String, Division> shared = onlyOnes(belongs);
        List<LinkedEntity> linked = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            Division own = divisions.get(i);
            Division home = belongs.get(i) != null ? belongs.get(i) : shared.get(key(i));
            String name = own != null ? own.name() : canonicalName(i, home);
            linked.add(new LinkedEntity(
                    mentions.get(i), name, home == null ? null : place(home), own != null, roles.get(i)));
        }
        return linked;
    }

    /** Of each mention the division that it is or belongs to, as far as its own sentence tells. */
    private List<@Nullable Division> belongs() {
        List<@Nullable Division> belongs = new ArrayList<>();
        Map<String, Division> behind = behindPlaces();
        for (int i = 0; i < mentions.size(); i++) {
            Division home = divisions.get(i) != null ? divisions.get(i) : home(i, belongs, behind);
            if (divisions.get(i) == null && mentions.get(i).type() != EntityType.PERSON) {
                String name = canonicalName(i, home);
                Division opened =
                        name.equals(names.get(i)) ? null : homes.opening(name).division();
                home = opened == null ? home : opened;
            }
            belongs.add(home);
        }
        return belongs;
    }

    /** A name is one thing all through an article: what tells where it is in one sentence tells it for those that do not say. */
    private Map<String, Division> onlyOnes(List<@Nullable Division> belongs) {
        Map<String, Division> found = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (int i = 0; i < mentions.size(); i++) {
            Division home = divisions.get(i) == null ? belongs.get(i) : null;
            Division other = home == null ? null : found.putIfAbsent(key(i), home);
            if (other != null && !other.equals(home)) {
                several.add(key(i));
            }
        }
        several.forEach(found::remove);
        return found;
    }

    private @Nullable Division home(int i, List<@Nullable Division> belongs, Map<String, Division> behind) {
        EntityType type = mentions.get(i).type();
        if (type == EntityType.PERSON) {
            return region == null ? null : atlas.at(Level.COUNTY, region);
        }
        Division before = isBehindPlace(i) ? belongs.get(i - 1) : null;
        before = before == null ? behind.get(key(i)) : before;
        String name = longName(type, names.get(i));
        return type == EntityType.PLACE ? homes.ofPlace(name, before, spokenOf.get(i)) : homes.of(type, name, before);
    }

    /** For each mention the division that was named last before it in its block. */
    private List<@Nullable Division> spokenOf() {
        List<@Nullable Division> last = new ArrayList<>();
        Division division = null;
        for (int i = 0; i < mentions.size(); i++) {
            if (i > 0 && mentions.get(i - 1).block() != mentions.get(i).block()) {
                division = null;
            }
            last.add(division);
            division = divisions.get(i) == null ? division : divisions.get(i);
        }
        return last;
    }

    private boolean isBehindPlace(int i) {
        return i > 0 && mentions.get(i - 1).type() == EntityType.PLACE && gap(i - 1, i) == Gap.ADJACENT;
    }

    /** A thing named right behind its place once belongs there where it is named alone, too; not where it is named behind several. */
    private Map<String, Division> behindPlaces() {
        Map<String, Division> found = new HashMap<>();
        Set<String> several = new HashSet<>();
        for (int i = 1; i < mentions.size(); i++) {
            Division place = isBehindPlace(i) ? divisions.get(i - 1) : null;
            Division other = place == null ? null : found.putIfAbsent(key(i), place);
            if (other != null && !other.equals(place)) {
                several.add(key(i));
            }
        }
        several.forEach(found::remove);
        return found;
    }

    private String key(int i) {
        EntityType type = mentions.get(i).type();
        return type + "\n" + longName(type, names.get(i));
    }

    private String canonicalName(int i, @Nullable Division home) {
        EntityType type = mentions.get(i).type();
        String name = longName(type, names.get(i));
        if (type != EntityType.PERSON && type != EntityType.PLACE) {
            name = homes.completed(name, home);
        }
        String alias =
                aliases.canonical(type, name, home == null ? null : place(home).code());
        return alias == null ? name : alias;
    }

    private String longName(EntityType type, String name) {
        return longForms.getOrDefault(type, Map.of()).getOrDefault(name, name);
    }

    private LinkedPlace place(Division division) {
        return places.computeIfAbsent(division, atlas::place);
    }

    private Map<EntityType, Set<String>> namesByType() {
        Map<EntityType, Set<String>> byType = new HashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            byType.computeIfAbsent(mentions.get(i).type(), type -> new LinkedHashSet<>())
                    .add(names.get(i));
        }
        return byType;
    }

    /** 某某有限公司（以下简称“某某”）: the article says itself what its short name means. */
    private Map<EntityType, Map<String, String>> defined() {
        Map<EntityType, Map<String, String>> defined = new HashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            EntityMention mention = mentions.get(i);
            String text = article.blocks().get(mention.block()).text();
            String behind = text.substring(mention.end(), Math.min(text.length(), mention.end() + REACH));
            if (behind.indexOf('称') < 0) {
                continue;
            }
            Matcher matcher = DEFINED.matcher(LinkedNames.plain(behind));
            if (matcher.matches() && abbreviates(matcher.group(1), names.get(i))) {
                String longer = names.get(i);
                defined.computeIfAbsent(mention.type(), type -> new LinkedHashMap<>())
                        .merge(matcher.group(1), longer, (one, two) -> one.equals(two) ? one : matcher.group(1));
            }
        }
        return defined;
    }

    private static boolean abbreviates(String shorter, String name) {
        int at = 0;
        for (int i = 0; i < name.length() && at < shorter.length(); i++) {
            at += name.charAt(i) == shorter.charAt(at) ? 1 : 0;
        }
        return at == shorter.length() && shorter.length() < name.length();
    }

    /** Of all places, and what opens the names of bodies, in the order of the article. */
    private Set<String> placeNames() {
        Set<String> found = new LinkedHashSet<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i).type() == EntityType.PLACE) {
                found.add(longName(EntityType.PLACE, names.get(i)));
            } else if (mentions.get(i).type() != EntityType.PERSON) {
                others.add(names.get(i));
            }
        }
        found.addAll(Homes.openings(atlas, others));
        return found;
    }

    private List<@Nullable Division> divisions(Map<String, Division> settled, @Nullable Division early) {
        List<PlaceMention> placeMentions = new ArrayList<>();
        int before = -1;
        for (int i = 0; i < mentions.size(); i++) {
            if (mentions.get(i).type() == EntityType.PLACE) {
                String name = longName(EntityType.PLACE, names.get(i));
                placeMentions.add(
                        new PlaceMention(name, mentions.get(i).block(), before < 0 ? Gap.OTHER : gap(before, i)));
                before = i;
            }
        }
        List<@Nullable Division> found = PlaceResolver.resolve(atlas, placeMentions, settled, early);
        List<@Nullable Division> all = new ArrayList<>();
        int next = 0;
        for (EntityMention mention : mentions) {
            all.add(mention.type() == EntityType.PLACE ? found.get(next++) : null);
        }
        return all;
    }

    private Gap gap(int before, int i) {
        EntityMention first = mentions.get(before);
        EntityMention second = mentions.get(i);
        int length = second.start() - first.end();
        if (first.block() != second.block() || length < 0 || length > REACH) {
            return Gap.OTHER;
        }
        String between = article.blocks().get(first.block()).text().substring(first.end(), second.start());
        String text = LinkedNames.plain(between).strip();
        if (text.isEmpty()) {
            return Gap.ADJACENT;
        }
        return LIST_MARKS.contains(text) ? Gap.LISTED : Gap.OTHER;
    }

    /** What each name of a place means, where it means one thing all through the article. */
    private Map<String, Division> meanings(Map<String, Division> settled) {
        Map<String, Division> meanings = new LinkedHashMap<>(settled);
        Map<String, Division> found = new LinkedHashMap<>();
        Set<String> several = new HashSet<>();
        for (int i = 0; i < mentions.size(); i++) {
            Division division = divisions.get(i);
            if (division != null) {
                String name = longName(EntityType.PLACE, names.get(i));
                Division other = found.putIfAbsent(name, division);
                if (other != null && !other.equals(division)) {
                    several.add(name);
                }
            }
        }
        meanings.putAll(found);
        several.forEach(meanings::remove);
        return meanings;
    }
}
