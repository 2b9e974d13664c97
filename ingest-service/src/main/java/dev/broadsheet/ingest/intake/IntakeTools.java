package dev.broadsheet.ingest.intake;

import dev.broadsheet.runtime.Health;
import dev.broadsheet.runtime.trace.Traces;
import java.time.Clock;

/** What the loops of all feeds share. */
record IntakeTools(
        IssueReader reader,
        IssueSender sender,
        IntakeTelemetry telemetry,
        Traces traces,
        ByteBudget budget,
        Health health,
        FeedGate gate,
        Clock clock) {}
