package dev.broadsheet.runtime;

import dev.broadsheet.contracts.RegistryListener;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * What works and what does not, component by component. Ready: something has reported and everything that reported is
 * up. Live: nothing has failed for good; the first fault is kept and ends the service. Changes are logged once, not at
 * every repetition. Any thread.
 */
public final class Health {
    private static final Logger LOG = LoggerFactory.getLogger(Health.class);
    private static final String UP = "";
    private static final String FAILED = "failed: ";
    private static final String LIFECYCLE = "lifecycle";

    private final Map<String, String> states = new TreeMap<>();
    private final Set<String> worked = new HashSet<>();
    private final CompletableFuture<Fault> fault = new CompletableFuture<>();

    /** Which component failed for good, and how. */
    public record Fault(String component, Throwable cause) {}

    public void up(String component) {
        if (change(component, UP)) {
            LOG.info("{} is up", component);
        }
    }

    /** Not ready until it has reported; a start is no trouble. */
    public void starting(String component) {
        if (change(component, "is starting")) {
            LOG.info("{} is starting", component);
        }
    }

    /** Not ready, for a reason that may pass. A warning, but not once the service is stopping: what ends then is no trouble. */
    public void down(String component, String why) {
        Level level = isStopping() ? Level.INFO : Level.WARN;
        if (change(component, why.isEmpty() ? "down" : why)) {
            LOG.atLevel(level).log("{} is down: {}", component, why);
        }
    }

    /** Not ready, for what the start of another brings about: no trouble, unless the component worked before. */
    public void waiting(String component, String why) {
        if (hasWorked(component)) {
            down(component, why);
        } else if (change(component, why)) {
            LOG.info("{} is waiting: {}", component, why);
        }
    }

    private synchronized boolean hasWorked(String component) {
        return worked.contains(component);
    }

    /** Never ready again: said before anything closes, so that whoever watches readiness learns it first. */
    public void stopping() {
        if (change(LIFECYCLE, "is stopping")) {
            LOG.info("is stopping");
        }
    }

    private synchronized boolean isStopping() {
        return states.containsKey(LIFECYCLE);
    }

    /** Not live: only a restart, or a change of the code or settings, helps. */
    public void fail(String component, Throwable cause) {
        change(component, FAILED + Causes.sentence(cause));
        if (fault.complete(new Fault(component, cause))) {
            LOG.error("{} failed", component, cause);
        } else {
            LOG.error("{} failed too", component, cause);
        }
    }

    /** For the serdes: shows the schema registry in readiness. */
    public RegistryListener registryListener() {
        return (answers, cause) -> {
            if (answers) {
                up("registry");
            } else {
                down("registry", cause);
            }
        };
    }

    public boolean live() {
        return !fault.isDone();
    }

    public synchronized boolean ready() {
        return live() && !states.isEmpty() && states.values().stream().allMatch(UP::equals);
    }

    /** Each component that has reported, and whether it is up. A place after the name of one that failed is left out. */
    synchronized Map<String, Boolean> components() {
        Map<String, Boolean> components = new TreeMap<>();
        states.forEach((component, state) ->
                components.merge(component.replaceFirst(" .*", ""), state.equals(UP), (one, other) -> one && other));
        return components;
    }

    /** Whether the component has reported that it works, and nothing else since. */
    public synchronized boolean isUp(String component) {
        return UP.equals(states.get(component));
    }

    /** Component and why, for each that is not up. */
    public synchronized Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>(states);
        reasons.values().removeIf(UP::equals);
        if (states.isEmpty()) {
            reasons.put("service", "is starting");
        }
        return reasons;
    }

    /** Completes with the first fault; never completes exceptionally. */
    public CompletableFuture<Fault> fault() {
        return fault.copy();
    }

    // What has failed stays failed: the reason must not be covered by what follows from it.
    private synchronized boolean change(String component, String state) {
        String before = states.get(component);
        if (state.equals(before) || (before != null && before.startsWith(FAILED))) {
            return false;
        }
        states.put(component, state);
        if (state.equals(UP)) {
            worked.add(component);
        }
        return true;
    }
}
