package dev.broadsheet.sink.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One method of one path.
 *
 * @param pattern parts between slashes, as /articles/{articleId}; {name…} at the end takes all that is left
 * @param parameters of the URL that it knows
 */
record Route(String method, String pattern, Role role, Set<String> parameters, Routes.Handler handler) {
    private static final String REST = "…}";

    Route {
        parameters = Set.copyOf(parameters);
    }

    /** For people and telemetry: "GET /articles/{articleId}". */
    String name() {
        return method + " " + pattern;
    }

    /** What stands in the places of the pattern; null where the path is another one. */
    @Nullable
    Map<String, String> match(List<String> path) {
        String[] parts = pattern.substring(1).split("/", -1);
        boolean rest = pattern.endsWith(REST);
        if (rest ? path.size() < parts.length : path.size() != parts.length) {
            return null;
        }
        Map<String, String> found = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (part.endsWith(REST)) {
                found.put(
                        part.substring(1, part.length() - REST.length()),
                        String.join("/", path.subList(i, path.size())));
            } else if (part.startsWith("{")) {
                found.put(part.substring(1, part.length() - 1), path.get(i));
            } else if (!part.equals(path.get(i))) {
                return null;
            }
        }
        return found;
    }
}
