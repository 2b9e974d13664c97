package dev.broadsheet.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an expression of PromQL asks for: the series it selects, each with its matchers, and the labels that it groups or joins by. Reads names, not
 * meaning; braces inside of a matcher's value are not understood.
 */
record Expression(List<Selector> selectors, Set<String> labels) {
    private static final Set<String> KEYWORDS = Set.of(
            "and",
            "or",
            "unless",
            "bool",
            "offset",
            "by",
            "without",
            "on",
            "ignoring",
            "group_left",
            "group_right",
            "inf",
            "nan");
    private static final Pattern TOKEN = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|\\[[^]]*]|\\d[\\w.]*"
            + "|\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\((?<labels>[^)]*)\\)"
            + "|(?<name>[A-Za-z_:][\\w:]*)(?<call>\\s*\\(|\\s+(?=(?:by|without)\\b))?(?:\\{(?<matchers>[^}]*)})?");
    private static final Pattern MATCHER =
            Pattern.compile("(?<label>\\w+)\\s*(?<operator>=~|!~|!=|=)\\s*\"(?<value>(?:\\\\.|[^\"\\\\])*)\"");
    private static final Pattern LABEL_VALUES = Pattern.compile("label_values\\((?<series>.*),\\s*(?<label>\\w+)\\)");

    /** One series by its name, and what its labels must be. */
    record Selector(String name, List<Condition> conditions) {
        List<String> labels() {
            return conditions.stream().map(Condition::label).toList();
        }
    }

    /** Operator is one of =, !=, =~, !~. */
    record Condition(String label, String operator, String value) {
        /** False for a value that a dashboard's variable fills in. */
        boolean constant() {
            return !value.contains("$");
        }

        boolean holds(String other) {
            boolean same = operator.endsWith("~") ? other.matches(value) : other.equals(value);
            return operator.startsWith("!") != same;
        }
    }

    /** Of PromQL, or of Grafana's {@code label_values(series, label)}. */
    static Expression of(String text) {
        Matcher values = LABEL_VALUES.matcher(text);
        if (values.matches()) {
            Expression inner = of(values.group("series"));
            inner.labels().add(values.group("label"));
            return inner;
        }
        List<Selector> selectors = new ArrayList<>();
        Set<String> labels = new TreeSet<>();
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            if (tokens.group("labels") != null) {
                Pattern.compile("\\w+")
                        .matcher(tokens.group("labels"))
                        .results()
                        .forEach(label -> labels.add(label.group()));
            } else if (isSeries(tokens)) {
                selectors.add(new Selector(tokens.group("name"), conditions(tokens.group("matchers"))));
            }
        }
        return new Expression(selectors, labels);
    }

    private static boolean isSeries(Matcher token) {
        return token.group("name") != null && token.group("call") == null && !KEYWORDS.contains(token.group("name"));
    }

    private static List<Condition> conditions(String matchers) {
        return matchers == null
                ? List.of()
                : MATCHER.matcher(matchers)
                        .results()
                        .map(found -> new Condition(found.group(1), found.group(2), found.group(3)))
                        .toList();
    }
}
