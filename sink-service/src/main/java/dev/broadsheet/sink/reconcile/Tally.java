package dev.broadsheet.sink.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums up equations. One thread. */
final class Tally {
    static final String PENDING = "pending";
    static final String DEAD = "dead";

    private final Map<String, Sum> sums = new LinkedHashMap<>();

    private static final class Sum {
        private long total;
        private final Map<String, Long> parts = new LinkedHashMap<>();
    }

    /** Names an equation and its parts, so that those of nothing are told too. */
    Tally with(String equation, String... parts) {
        Sum sum = sums.computeIfAbsent(equation, name -> new Sum());
        for (String part : parts) {
            sum.parts.putIfAbsent(part, 0L);
        }
        return this;
    }

    void total(String equation, long count) {
        sum(equation).total += count;
    }

    void part(String equation, String part, long count) {
        sum(equation).parts.merge(part, count, Long::sum);
    }

    void add(Tally other) {
        other.sums.forEach((equation, sum) -> {
            total(equation, sum.total);
            sum.parts.forEach((part, count) -> part(equation, part, count));
        });
    }

    List<Equation> equations() {
        return sums.entrySet().stream()
                .map(sum -> new Equation(sum.getKey(), sum.getValue().total, sum.getValue().parts))
                .toList();
    }

    private Sum sum(String equation) {
        return sums.computeIfAbsent(equation, name -> new Sum());
    }
}
