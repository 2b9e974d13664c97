package dev.broadsheet.sink.reconcile;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A total and the parts it has to fall into, in the order they are told; what no part explains is {@link #missing}. */
public record Equation(String name, long total, Map<String, Long> parts) {
    public Equation {
        parts = Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }

    /** Total less all parts: 0 where everything is accounted for, below 0 where something is there too often. */
    public long missing() {
        return total - parts.values().stream().mapToLong(Long::longValue).sum();
    }
}
