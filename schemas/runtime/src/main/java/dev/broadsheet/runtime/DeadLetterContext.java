package dev.broadsheet.runtime;

import dev.broadsheet.contracts.DeadLetter;
import dev.broadsheet.contracts.Topics;
import java.time.Clock;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * What every dead letter of a stage has in common.
 *
 * @param stage "split", "split.backfill", "enrich", "rollup" or "sink.postgresql"
 * @param extractor version of the stage's pure core, null where it has none
 */
public record DeadLetterContext(
        String stage,
        Topics topics,
        String instance,
        String software,
        @Nullable String extractor,
        Clock clock,
        Serializer<DeadLetter> serializer) {}
