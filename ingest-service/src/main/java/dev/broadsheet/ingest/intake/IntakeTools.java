package dev.broadsheet.ingest.intake;

import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.trace.Traces;
import java.time.Clock;
import java.util.function.Predicate;

/** What the loops of all feeds share. {@code mayTake}: whether files of the feed of that name are taken now. */
record IntakeTools(
        IssueReader reader,
        IssueSender sender,
        IntakeTelemetry telemetry,
        Traces traces,
        ByteBudget budget,
        Health health,
        Predicate<String> mayTake,
        Clock clock) {}
