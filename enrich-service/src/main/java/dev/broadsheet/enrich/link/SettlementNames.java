package dev.broadsheet.enrich.link;

import java.util.List;

/** How towns and villages are called, and what else they may be called officially. Stateless. */
final class SettlementNames {
    private static final List<String> ENDS = List.of("镇", "乡", "街道", "村", "社区", "苏木", "嘎查");
    private static final String FEATURE_ENDS = "路街巷道河江湖海山园场站桥院苑区城厂店馆";

    private SettlementNames() {}

    static boolean isSettlement(String name) {
        return ENDS.stream().anyMatch(end -> name.length() > end.length() && name.endsWith(end));
    }

    /** Whether it can be told for a town's name without a list of places: 原武镇, 振中街道. */
    static boolean isSureTown(String name) {
        return (name.endsWith("镇") && name.length() >= 3) || (name.endsWith("街道") && name.length() >= 4);
    }

    static boolean isTown(String name) {
        return isSettlement(name) && !name.endsWith("村") && !name.endsWith("社区") && !name.endsWith("嘎查");
    }

    static boolean isCounty(String name) {
        return name.endsWith("区") || name.endsWith("县") || name.endsWith("市");
    }

    /** A road, river or park, which is no settlement although some village may be called after it. */
    static boolean isFeature(String name) {
        return !name.isEmpty() && !isSettlement(name) && FEATURE_ENDS.indexOf(name.charAt(name.length() - 1)) >= 0;
    }

    /**
     * Other official names of the same place, the likeliest first; each list is tried as a whole. Villages become communities, towns
     * become streets, and the list of divisions leaves 村委会 out (王村村 stands there as 王村).
     */
    static List<List<String>> variants(String name) {
        if (name.endsWith("街道办") || name.endsWith("街道办事处")) {
            return List.of(List.of(name.substring(0, name.lastIndexOf("街道") + 2)));
        }
        for (List<String> ends : List.of(List.of("镇", "街道", "乡"), List.of("村", "", "社区"))) {
            for (String end : ends) {
                if (!end.isEmpty() && name.endsWith(end) && name.length() - end.length() >= 2) {
                    return others(name.substring(0, name.length() - end.length()), ends, end);
                }
            }
        }
        if (name.endsWith("街")) {
            return List.of(List.of(name + "道"));
        }
        return isFeature(name) ? List.of() : List.of(List.of(name + "镇", name + "乡", name + "街道"));
    }

    private static List<List<String>> others(String head, List<String> ends, String end) {
        return ends.stream()
                .filter(other -> !other.equals(end))
                .map(other -> List.of(head + other))
                .toList();
    }
}
