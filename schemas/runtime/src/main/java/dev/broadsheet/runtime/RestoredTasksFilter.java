package dev.broadsheet.runtime;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Keeps back what Streams says of each task and store whose state it reads from Kafka again, as after kill -9: hundreds of lines, most with a stack, and one for
 * each thread says the same. For logback.xml. Any thread.
 */
public final class RestoredTasksFilter extends TurboFilter {
    private static final String STREAMS = "org.apache.kafka.streams.processor.internals.";
    private static final List<String> EACH =
            List.of("Encounter corrupted task ", " did not find checkpoint offsets while stores are not empty");

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable thrown) {
        boolean one = level == Level.WARN
                && format != null
                && logger.getName().startsWith(STREAMS)
                && EACH.stream().anyMatch(format::contains);
        return one ? FilterReply.DENY : FilterReply.NEUTRAL;
    }
}
