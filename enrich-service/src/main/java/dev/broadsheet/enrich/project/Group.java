package dev.broadsheet.enrich.project;

import dev.broadsheet.enrich.extract.Span;
import java.util.List;

/**
 * Projects named in one breath (甲项目、乙项目): what is said of them is said of all, but for sums.
 *
 * @param names the stretches of the names, in order
 * @param projects which projects they are, in the same order
 * @param andOthers whether 等 follows: then a sum is not even that of those named
 */
record Group(List<Span> names, List<Draft> projects, boolean andOthers) {
    Group {
        names = List.copyOf(names);
        projects = List.copyOf(projects);
    }

    int start() {
        return names.get(0).start();
    }

    int end() {
        return names.get(names.size() - 1).end();
    }

    boolean isOne() {
        return projects.size() == 1 && !andOthers;
    }
}
