package dev.broadsheet.enrich.link;

import dev.broadsheet.enrich.extract.EntityType;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The long forms that an article itself gives for its short names: 平原示范区 for 示范区, 十二里屯社区 for 十二里屯. A name that two long
 * ones could explain stays as it is. Each long name tells the few short forms it may have, so that the whole is linear in the names.
 */
final class LongForms {
    private static final int SHORTEST_END = 3;
    private static final Pattern ORDINAL = Pattern.compile("(?:\\d{4}年?度?|第[\\d一二三四五六七八九十百]+[届次])+");

    private final Atlas atlas;
    private final Map<EntityType, Set<String>> names;
    private final Map<EntityType, Map<String, Set<String>>> longer = new HashMap<>();

    private LongForms(Atlas atlas, Map<EntityType, Set<String>> names) {
        this.atlas = atlas;
        this.names = names;
    }

    /**
     * The long form of each short name that has exactly one, by type.
     *
     * @param names of an article by type, as canonical names are written
     * @param defined short names that the article explains itself (以下简称…), with their long forms
     */
    static Map<EntityType, Map<String, String>> of(
            Atlas atlas, Map<EntityType, Set<String>> names, Map<EntityType, Map<String, String>> defined) {
        LongForms forms = new LongForms(atlas, names);
        names.forEach((type, all) -> all.forEach(name -> forms.collect(type, name)));
        Map<EntityType, Map<String, String>> result = new HashMap<>();
        forms.longer.forEach((type, shorts) -> {
            Map<String, String> unique = result.computeIfAbsent(type, t -> new LinkedHashMap<>());
            shorts.forEach((name, longs) -> {
                if (longs.size() == 1) {
                    unique.put(name, longs.iterator().next());
                }
            });
        });
        defined.forEach((type, shorts) ->
                result.computeIfAbsent(type, t -> new LinkedHashMap<>()).putAll(shorts));
        result.values().forEach(LongForms::follow);
        return result;
    }

    /** Where a long form is the short one of a longer name, that is meant. */
    private static void follow(Map<String, String> forms) {
        forms.replaceAll((name, longer) -> {
            String last = longer;
            for (int step = 0;
                    step < 3 && forms.containsKey(last) && !forms.get(last).equals(name);
                    step++) {
                last = forms.get(last);
            }
            return last;
        });
    }

    private void collect(EntityType type, String name) {
        switch (type) {
            case PERSON -> {}
            case PLACE -> place(name);
            case ORGANIZATION -> body(name);
            case PROJECT, EVENT -> ends(type, name);
            case PROGRAMME, PLATFORM -> {
                heads(type, name);
                ends(type, name);
            }
        }
    }

    private void place(String name) {
        for (String ending : LinkWords.PLACE_CLASSES) {
            if (name.endsWith(ending)) {
                String head = name.substring(0, name.length() - ending.length());
                boolean village = SettlementNames.isTown(name) && head.endsWith("村");
                if (!village && atlas.alone(head) == null) {
                    add(EntityType.PLACE, head, name);
                }
            }
        }
        for (String area : LinkWords.AREAS) {
            if (name.endsWith(area) && atlas.candidates(area).isEmpty()) {
                add(EntityType.PLACE, area, name);
            }
        }
    }

    private void body(String name) {
        int form = LinkWords.LEGAL_FORMS.longestEnding(name, name.length(), 0);
        int head = head(name);
        String core = name.substring(head, Math.max(head, name.length() - form));
        if (form > 0 && core.length() >= 2) {
            add(EntityType.ORGANIZATION, core, name);
            add(EntityType.ORGANIZATION, core + "公司", name);
            add(EntityType.ORGANIZATION, name.substring(0, name.length() - form), name);
            add(EntityType.ORGANIZATION, name.substring(0, name.length() - form) + "公司", name);
        }
        if (head > 0) {
            add(EntityType.ORGANIZATION, name.substring(head), name);
            if ("省市区县旗镇乡".indexOf(name.charAt(head - 1)) >= 0) {
                add(EntityType.ORGANIZATION, name.substring(head - 1), name);
            }
        }
    }

    private int head(String name) {
        int length = atlas.openingLength(name, 0);
        return length < name.length() && atlas.alone(name.substring(0, length)) != null ? length : 0;
    }

    /** 物资交流大会 for 卫辉市第三届物资交流大会: a place, a year or a number may be left out. */
    private void ends(EntityType type, String name) {
        int place = head(name);
        Matcher ordinal = ORDINAL.matcher(name).region(place, name.length());
        int from = ordinal.lookingAt() ? ordinal.end() : place;
        for (int start : new TreeSet<>(List.of(place, from))) {
            if (start > 0 && name.length() - start >= SHORTEST_END) {
                add(type, name.substring(start), name);
            }
        }
    }

    private void heads(EntityType type, String name) {
        for (String ending : LinkWords.CLASSES) {
            if (name.endsWith(ending)) {
                add(type, name.substring(0, name.length() - ending.length()), name);
            }
        }
    }

    private void add(EntityType type, String shorter, String name) {
        if (shorter.length() >= 2
                && !shorter.equals(name)
                && names.getOrDefault(type, Set.of()).contains(shorter)) {
            longer.computeIfAbsent(type, t -> new LinkedHashMap<>())
                    .computeIfAbsent(shorter, s -> new LinkedHashSet<>())
                    .add(name);
        }
    }
}
