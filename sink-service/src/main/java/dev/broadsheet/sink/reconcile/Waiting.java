package dev.broadsheet.sink.reconcile;

import dev.broadsheet.sink.store.Version;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A record that lies inside a stage or on its retry topic, and that the stage has not come to.
 *
 * @param place topic without its prefix
 * @param version of the page it belongs to, where it can be read
 */
public record Waiting(
        String place, Set<Work> about, @Nullable Version version) {}
