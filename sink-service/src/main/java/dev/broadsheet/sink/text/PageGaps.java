package dev.broadsheet.sink.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the holes in the page labels of one edition: A01, A02, A04 lacks one. Letters part an edition into sections, each of its own. Pages before the first
 * and after the last that came are not known to be missing. Any thread.
 */
public final class PageGaps {
    private static final Pattern LABEL = Pattern.compile("(\\p{L}{0,3})0*(\\d{1,3})");

    private PageGaps() {}

    /** Labels that are no number, with or without letters before it, tell nothing. */
    public static int count(Collection<String> labels) {
        Map<String, TreeSet<Integer>> sections = new TreeMap<>();
        for (String label : labels) {
            Matcher matcher = LABEL.matcher(label.strip());
            if (matcher.matches()) {
                sections.computeIfAbsent(matcher.group(1).toUpperCase(Locale.ROOT), section -> new TreeSet<>())
                        .add(Integer.valueOf(matcher.group(2)));
            }
        }
        return sections.values().stream()
                .mapToInt(numbers -> numbers.last() - numbers.first() + 1 - numbers.size())
                .sum();
    }
}
